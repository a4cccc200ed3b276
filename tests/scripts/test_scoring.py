"""Scoring gold files: what is read, what is measured, what is said of bad lines."""

import json
import math
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from scoring.corpora import read_corpus
from scoring.gold import GoldDocument, GoldMention, GoldRow, read_documents, read_rows
from scoring.measures import FARTHEST_KM, auc, median, score_documents, score_rows, share
from scoring.page import page, write_page
from scoring.report import report_documents, report_rows

from mapapp.geocoding.resolver import OfflineResolver
from mapapp.position import Position

ROOT = Path(__file__).parents[2]
RESOLVER = OfflineResolver()
ALMATY, ASTANA, LIMA = Position(76.95, 43.25), Position(71.43, 51.17), Position(-77.03, -12.05)


def file(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def test_columns_may_come_in_any_order_and_case_with_others_between(tmp_path: Path) -> None:
    text = "Longitude;year;NAME;Latitude;Country\n76.95;1999;Almaty;43.25;KZ\n;;Springfield;;\n"
    rows, problems = read_rows(file(tmp_path, "gold.csv", text, "utf-8-sig"))
    assert rows == [GoldRow(2, "Almaty", "KZ", ALMATY), GoldRow(3, "Springfield", "", None)]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the file is empty"),
        ("name,latitude,longitude\nLima,abc,-77\n", "latitude 'abc' is not a number"),
        ("name,latitude,longitude\nLima,-12,\n", "longitude '' is not a number"),
        ("name,latitude,longitude\nLima,-12,277\n", "longitude 277 is outside"),
        ("name,country\n,PE\n", "the cell is empty"),
        ("town,country\nLima,PE\n", "the column is missing"),
        ('name,country\n"Lima,PE\n', "cannot be read"),
    ],
)
def test_a_bad_line_is_told_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    rows, problems = read_rows(file(tmp_path, "gold.csv", text))
    assert rows == []
    assert any(words in str(problem) and "gold.csv" in str(problem) for problem in problems), problems


def test_documents_are_read_and_their_names_ordered(tmp_path: Path) -> None:
    line = {"id": 7, "text": "Astana, Almaty", "home": [43.25, 76.95], "more": 1, "toponyms": [
        {"start": 8, "end": 14, "name": "Almaty", "lat": 43.25, "lon": 76.95},
        {"start": 0, "end": 6, "lat": "51.17", "lon": 71.43},
    ]}  # fmt: skip
    text = (
        "\ufeff" + json.dumps(line) + "\n\n" + json.dumps({"text": "No\u2028name", "toponyms": []}, ensure_ascii=False)
    )
    documents, problems = read_documents(file(tmp_path, "gold.jsonl", text))
    mentions = (GoldMention(0, 6, "Astana", ASTANA), GoldMention(8, 14, "Almaty", ALMATY))
    assert documents == [
        GoldDocument("7", "Astana, Almaty", ALMATY, mentions),
        GoldDocument("3", "No\u2028name", None, ()),
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "this is not JSON"),
        ("[1]", "must be an object"),
        ('{"text": 5, "toponyms": []}', "must be an object"),
        ('{"text": "x"}', '"toponyms" must be a list'),
        ('{"text": "x", "toponyms": [5]}', "a toponym must be an object"),
        ('{"text": "x", "toponyms": [{"start": 0, "end": 9, "lat": 1, "lon": 1}]}', "must lie within the text"),
        ('{"text": "x", "toponyms": [{"start": 0, "end": 1, "lat": null, "lon": 1}]}', "must be numbers"),
        ('{"text": "x", "toponyms": [{"start": 0, "end": 1, "lat": NaN, "lon": 1}]}', "finite"),
        ('{"text": "x", "toponyms": [{"start": 0, "end": 1, "lat": 91, "lon": 1}]}', "latitude 91 is outside"),
        ('{"text": "x", "toponyms": [{"start": 0, "end": 1, "name": 4, "lat": 1, "lon": 1}]}', "the name is empty"),
        ('{"text": "x", "toponyms": [], "home": [1]}', "home must be"),
    ],
)
def test_a_bad_document_is_told_with_its_line(tmp_path: Path, line: str, words: str) -> None:
    documents, problems = read_documents(file(tmp_path, "gold.jsonl", line + "\n"))
    assert [p.line for p in problems] == [1] and words in problems[0].sentence
    assert all(not document.mentions and document.home is None for document in documents)


def test_a_file_that_is_not_there_or_not_text_is_one_sentence(tmp_path: Path) -> None:
    assert "cannot be opened" in str(read_documents(tmp_path / "none.jsonl")[1][0])
    (tmp_path / "latin.jsonl").write_bytes(b'{"text": "Z\xfcrich"}')
    assert "UTF-8" in str(read_documents(tmp_path / "latin.jsonl")[1][0])


def test_the_area_under_the_curve_runs_from_nought_to_one() -> None:
    assert auc([0, 0, 0]) == 0
    assert auc([FARTHEST_KM - 1] * 4) == pytest.approx(1)
    assert auc([0, FARTHEST_KM - 1]) == pytest.approx(0.5)
    assert auc([9, 0]) == pytest.approx(math.log(10) / math.log(FARTHEST_KM) / 2)
    assert math.isnan(auc([])) and math.isnan(median([]))


def test_shares_have_the_denominator_that_is_named() -> None:
    assert share([1, 2, 300], 25) == pytest.approx(2 / 3)
    assert share([1, 2, 300], 25, of=4) == 0.5
    assert share([], 25) == share([], 25, of=0) == 0


def test_rows_are_counted_by_what_became_of_them() -> None:
    rows = [
        GoldRow(2, "Almaty", "KZ", ALMATY, "easy"),
        GoldRow(3, "Astana", "Kazakhstan", LIMA),
        GoldRow(4, "Springfield", "", ALMATY),
        GoldRow(5, "Xqzwvk", "U.S.S.R.", ALMATY),
        GoldRow(6, "Xqzwvk", "", None),
        GoldRow(7, "Lima", "PE", None),
    ]
    score = score_rows(rows, RESOLVER)
    assert [a.outcome for a in score.answers] == ["found", "found", "ambiguous", "unknown", "unknown", "found"]
    assert (len(score.asked), len(score.traps), score.stated, score.wrong_country) == (4, 2, 4, [])
    assert share(score.errors, 25) == 0.5 and share(score.errors, 25, 4) == 0.25
    lines = report_rows(score, RESOLVER, worst=1, unanswered=True)
    assert "found                 2 of 4 (50.0%)" in lines
    assert "within 25 km          50.00% of the 2 found, 25.00% of all 4" in lines
    assert "no place to find      2 rows; 1 got one all the same" in lines
    worst = lines[lines.index("worst rows") + 1 :]
    assert worst[0].startswith("  line 7: Lima [PE]: Lima, PE") and "no place was expected" in worst[0]
    assert any("line 4: Springfield: ambiguous, such as" in line for line in lines)


def test_a_country_that_is_none_is_named_and_kept_as_a_container() -> None:
    score = score_rows([GoldRow(2, "Almaty", "Ruritania", ALMATY)], RESOLVER)
    assert score.answers[0].outcome == "unknown"
    assert any("Ruritania" in line for line in report_rows(score, RESOLVER, 1, unanswered=False))


def documents() -> list[GoldDocument]:
    text = "Almaty, Xqzwvk"
    return [GoldDocument("a", text, None, (GoldMention(0, 6, "Almaty", ALMATY), GoldMention(8, 14, "Xqzwvk", LIMA))),
            GoldDocument("b", "Xqzwvk", None, (GoldMention(0, 6, "Xqzwvk", ALMATY),))]  # fmt: skip


def test_a_name_without_an_answer_counts_as_wrong() -> None:
    score = score_documents(documents(), RESOLVER)
    assert (score.documents, len(score.answers), score.answered) == (2, 3, 2)
    assert share(score.errors, 161) == pytest.approx(1 / 3)
    assert score.answers[2].candidate is None and score.errors[2] == FARTHEST_KM - 1
    assert share(score.surest, 161) == 0.5
    lines = report_documents(score, worst=5)
    assert "within 161 km         0.3333 of all 3" in lines
    assert "  b, 0: Xqzwvk: no answer" in lines


def test_the_page_tells_what_fails_and_why() -> None:
    rows = score_rows([GoldRow(2, "Almaty", "KZ", ALMATY, "easy"), GoldRow(3, "Xqzwvk", "PE", LIMA, "hard")], RESOLVER)
    text = page(rows, score_documents(documents(), RESOLVER), "| the table |")
    assert "| easy | 1 | 1 | 0 | 0 | 1 of 1 |" in text
    assert "| Xqzwvk | PE | unknown | no list has the name |" in text
    assert "| b | Xqzwvk | none | no list has the name |" in text
    assert "\n| the table |\n" in text and "nan" not in text


CORPUS = """<articles>
<article docid="a"><text>In  Astana and Almaty.</text><toponyms>
<toponym><start>4</start><end>10</end><phrase>Astana</phrase><gaztag><lat>51.17</lat><lon>71.43</lon></gaztag></toponym>
<toponym><start>16</start><end>22</end><phrase>Almaty</phrase><gaztag><lat>43.25</lat><lon>76.95</lon></gaztag></toponym>
<toponym><start>0</start><end>2</end><phrase>In</phrase></toponym></toponyms></article>
<article><text>Lima</text><locations>
<location><name>Lima</name><start>0</start><end>4</end><lat>-12.05</lat><lon>-77.03</lon></location>
<location><name>Cusco</name><start>0</start><end>5</end><lat>-13.5</lat><lon>-72</lon></location>
<location><name>Lima</name><start>0</start><end>4</end><lat>99</lat><lon>-72</lon></location>
</locations></article>
<article><text>No names.</text></article></articles>"""


def test_a_corpus_is_read_in_its_dialects_and_offsets_are_mended(tmp_path: Path) -> None:
    """Astana stands at its offset, Almaty one character before it; Cusco is not in the text."""
    read, problems = read_corpus(file(tmp_path, "corpus.xml", CORPUS))
    assert read == [
        GoldDocument("a", "In  Astana and Almaty.", None,
                     (GoldMention(4, 10, "Astana", ASTANA), GoldMention(15, 21, "Almaty", ALMATY))),
        GoldDocument("2", "Lima", None, (GoldMention(0, 4, "Lima", LIMA),)),
    ]  # fmt: skip
    assert [p.column for p in problems] == ["article 2, Cusco", "article 2, Lima"]
    assert "does not stand at 0" in problems[0].sentence and "latitude 99" in problems[1].sentence


def test_what_is_no_corpus_is_one_sentence(tmp_path: Path) -> None:
    for text in (
        "<articles>",
        '<?xml version="1.0" encoding="nonsense"?><a/>',
        '<?xml version="1.0" encoding="utf-32"?><a/>',
    ):
        assert "not XML" in str(read_corpus(file(tmp_path, "corpus.xml", text))[1][0])
    assert "cannot be opened" in str(read_corpus(tmp_path / "none.xml")[1][0])


def test_the_table_of_corpora_stays_until_some_are_scored(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    shutil.copytree(ROOT / "data" / "gazetteer", tmp_path / "data" / "gazetteer",
                    ignore=shutil.ignore_patterns("geonames.*"))  # fmt: skip
    for name in ("gold.csv", "gold-documents.jsonl"):  # two lines do here
        path = tmp_path / "data" / "gazetteer" / name
        path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:3]), encoding="utf-8")
    score = score_documents(read_corpus(file(tmp_path, "Corpus.xml", CORPUS))[0], RESOLVER)
    write_page(tmp_path, RESOLVER, {"Corpus": score})
    written = (tmp_path / "docs" / "geocoding.md").read_text(encoding="utf-8")
    assert "| Corpus | 2 | 3 | 1.000 | 1.000 | 1.000 |" in written
    write_page(tmp_path, RESOLVER, {})
    assert (tmp_path / "docs" / "geocoding.md").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("gold.csv", b"name,country,latitude,longitude\nLima,PE,-12.05,-77.03\n", 0, b"found                 1 of 1"),
        ("gold.csv", b"name,latitude,longitude\nLima,-12.05,-77.03\nLima,x,y\n", 1, b"is not a number"),
        ("gold.csv", b"\xff\xfe\x00garbage", 2, b"nothing in gold.csv can be scored"),
        ("gold.jsonl", b'{"text": "x"\n', 2, b"this is not JSON"),
        ("corpus.txt", CORPUS.encode(), 1, b"2 documents, 3 names"),
        ("corpus.xml", b"<articles><art", 2, b"this is not XML"),
        (
            "gold.txt",
            b'{"text": "Lima", "toponyms": [{"start": 0, "end": 4, "lat": -12, "lon": -77}]}',
            0,
            b"1 documents",
        ),
    ],
)
def test_the_command_ends_with_sentences(tmp_path: Path, name: str, content: bytes, status: int, words: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    command = [sys.executable, str(ROOT / "scripts" / "score-geocoding"), str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == status, done.stderr
    assert words in done.stdout + done.stderr and b"Traceback" not in done.stderr
