import gzip

from riwaya.measure import corpora
from riwaya.names.taggers import Kind, Tagged


def written(tmp_path, name, lines, *, packed=False):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join(lines) + "\n"
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    return path


def test_a_word_is_cut_anew_and_marks_at_a_names_edge_are_none_of_it(tmp_path):
    path = written(tmp_path, "a.txt.gz", ["تونس B-LOC", "(و B-ORG", "ت I-ORG", "ن) I-ORG", "قال O"], packed=True)
    (sentence,) = corpora.read(path)
    assert sentence.words == ("تونس", "(", "و", "ت", "ن", ")", "قال")
    assert sentence.names == (Tagged(0, 1, Kind.LOC), Tagged(2, 5, Kind.ORG))


def test_blank_lines_part_sentences_and_wojoods_mark_is_no_word(tmp_path):
    path = written(tmp_path, "w.txt", ["عمان B-GPE", "$#$ O", "", "", "حداد B-PERS", ""])
    assert [sentence.words for sentence in corpora.read(path)] == [("عمان",), ("حداد",)]


def test_of_nested_names_the_outermost_stays(tmp_path):
    path = written(tmp_path, "w.txt", ["لجنة B-ORG", "مدينة I-ORG B-GPE", "نورا I-ORG B-GPE I-GPE", "قال B-OCC"])
    assert corpora.read(path)[0].names == (Tagged(0, 3, Kind.ORG),)


def test_inside_without_a_beginning_opens_a_name(tmp_path):
    path = written(tmp_path, "c.txt", ["زار O", "سمير I-PERS", "حداد I-PERS", "عمان I-LOC"])
    assert corpora.read(path)[0].names == (Tagged(1, 3, Kind.PERS), Tagged(3, 4, Kind.LOC))


def test_the_last_fifth_is_held_out_of_what_is_trained_on(tmp_path):
    lines = [line for n in range(11) for line in (f"كلمة{n} O", "")]
    sentences = corpora.read(written(tmp_path, "ner/cleananercorp_train.txt", lines))
    assert corpora.trained_on(sentences) + corpora.held_out(sentences) == sentences
    assert len(corpora.held_out(sentences)) == 3


def test_a_set_called_test_is_held_out_whole_and_a_train_set_of_wojood_not_at_all(tmp_path):
    lines = [line for _ in range(5) for line in ("عمان B-LOC", "")]
    for name in ("cleananercorp_test.txt", "wojood_train.txt", "wojood_test.txt", "aqmar/topic.txt"):
        written(tmp_path, f"ner/{name}", lines)
    sizes = {corpus.name: len(corpus.sentences) for corpus in corpora.held(tmp_path)}
    assert sizes == {"cleananercorp_test": 5, "wojood_test": 5, "aqmar": 5}
