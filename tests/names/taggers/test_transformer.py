"""A model of two layers and some dozen words is trained here, kept in a folder, and read back as a user's own."""

import pytest

from riwaya.errors import RiwayaError
from riwaya.names.taggers import Kind, Tagged
from riwaya.names.taggers.transformer import load, sources

EXTRA = "the extra is not installed: pip install 'riwaya[transformers]'"
LABELS = ["O", "B-PER", "I-PER", "B-GPE", "I-GPE", "B-DATE"]
SENTENCES = [
    (("زار", "سمير", "حداد", "دمشق", "أمس"), (0, 1, 2, 3, 5)),
    (("وصل", "سمير", "أمس", "إلى", "كفر", "عقب"), (0, 1, 5, 0, 3, 4)),
    (("قال", "حداد", "أمس"), (0, 1, 5)),
    (("دمشق", "سمير", "حداد", "كفر", "عقب"), (3, 1, 2, 3, 4)),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    torch = pytest.importorskip("torch", reason=EXTRA)
    transformers = pytest.importorskip("transformers", reason=EXTRA)
    home = tmp_path_factory.mktemp("own")
    words = sorted({word for sentence, _ in SENTENCES for word in sentence})
    (home / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]), "utf-8")
    tokenizer = transformers.BertTokenizer(str(home / "vocab.txt"), strip_accents=False)
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=32, id2label=dict(enumerate(LABELS)), label2id={x: i for i, x in enumerate(LABELS)},
    )  # fmt: skip
    model = transformers.BertForTokenClassification(config).train()
    step = torch.optim.Adam(model.parameters(), lr=5e-3)
    for _ in range(60):
        for sentence, labels in SENTENCES:
            ids = torch.tensor([tokenizer(list(sentence), is_split_into_words=True)["input_ids"]])
            loss = model(input_ids=ids, labels=torch.tensor([[-100, *labels, -100]])).loss
            step.zero_grad()
            loss.backward()
            step.step()
    model.save_pretrained(home)
    tokenizer.save_pretrained(home)
    return str(home)


def test_a_folder_of_the_user_s_own_gives_the_same_record(folder):
    tagger = load(folder)
    assert tagger.name == folder
    assert tagger.tag([SENTENCES[0][0], (), SENTENCES[1][0]]) == [
        [Tagged(1, 3, Kind.PERS), Tagged(3, 4, Kind.LOC)],
        [],
        [Tagged(1, 2, Kind.PERS), Tagged(4, 6, Kind.LOC)],
    ]


def test_a_sentence_longer_than_the_model_s_places_is_read_whole(folder):
    words = ["أمس"] * 400
    words[100:102] = ["سمير", "حداد"]
    words[399] = "دمشق"
    found = load(folder).tag([words])[0]
    assert Tagged(399, 400, Kind.LOC) in found
    assert any(name.kind is Kind.PERS and name.first == 100 for name in found)


def test_words_that_no_tokenizer_knows_break_nothing(folder):
    assert len(load(folder).tag([["\ud800", "\u064b", "☃", "a" * 5000, " "], []])) == 2


def test_a_name_that_is_nowhere_is_told_in_one_line(tmp_path):
    pytest.importorskip("transformers", reason=EXTRA)
    with pytest.raises(RiwayaError, match="no model of that name") as told:
        load(str(tmp_path / "nothing"))
    assert "\n" not in str(told.value)


def test_a_model_that_is_not_in_the_cache_is_not_fetched():
    pytest.importorskip("transformers", reason=EXTRA)
    with pytest.raises(RiwayaError, match="no model of that name"):
        load("nobody/no-such-tagger-of-names")


def test_without_the_extra_the_message_says_what_to_install(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("riwaya.names.taggers.transformer.import_module", missing)
    with pytest.raises(RiwayaError, match=r"riwaya\[transformers\]"):
        load("somebody/tagger")


def test_labels_of_many_schemes_are_read():
    columns = sources("x", {0: "O", 1: "b-person", 2: "I-PERSON", 3: "S-org", 4: "E-ORG", 5: "LOC", 6: "B-DATE"})
    numbers = [numbers for numbers, _ in columns]
    assert numbers == [[0, 6], [1], [2], [5], [5], [3], [4], [], []]


def test_labels_of_which_none_is_a_name_s_are_refused():
    with pytest.raises(RiwayaError, match="B-NOUN"):
        sources("x", {0: "O", 1: "B-NOUN"})
