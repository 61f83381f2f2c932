"""What people see: pages as dataclasses, shared by HTML, Markdown and the terminal. Reads, never writes."""
