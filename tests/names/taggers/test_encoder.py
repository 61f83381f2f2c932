from riwaya.names.taggers import MODELS
from riwaya.names.taggers.encoder import Encoder, batches, padded
from riwaya.names.taggers.weights import LABELS
from riwaya.names.taggers.windows import Window


def test_the_model_s_labels_are_those_it_is_read_by():
    assert Encoder(MODELS / "accurate.onnx", MODELS / "accurate.pieces").labels == LABELS


def test_windows_of_like_length_are_read_together_and_blanks_filled():
    made = list(batches([Window([9] * 5, [0], [0]), Window([9], [1], [0]), Window([9, 9], [2], [0])], 6))
    assert [[len(window.pieces) for window in batch] for batch in made] == [[1, 2], [5]]
    assert padded(made[0]).tolist() == [[0, 9, 1], [0, 9, 9]]
