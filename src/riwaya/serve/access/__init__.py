"""Who may read and who may edit. On loopback everyone; elsewhere those of a user file, who say who they are."""
