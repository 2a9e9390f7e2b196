"""Degrees and subjects, and studies that have not ended."""

from conftest import SETTINGS

from gapwriter import analyze, read_resume


def read(tmp_path, text):
    path = tmp_path / "resume.txt"
    path.write_text(f"Ada Brink\nada@example.org\n\nSKILLS\nExcel\n\nEDUCATION\n{text}\n", "utf-8")
    return path


def texts(tmp_path, text):
    return [piece.text for piece in read_resume(read(tmp_path, text)).outline.passages if piece.section == "education"]


def test_schools_places_and_years_are_left_out(tmp_path):
    assert texts(tmp_path, "BSc (Hons) Adult Nursing, Severn Edge University, Hereford, 2019. A levels in biology and Welsh.") == [
        "BSc (Hons) Adult Nursing",
        "A levels in biology and Welsh",
    ]
    assert texts(tmp_path, "National Institute of Design\nB.Des, Communication Design\n2013 – 2017") == ["B.Des, Communication Design"]


def test_what_expired_keeps_its_date(tmp_path):
    assert texts(tmp_path, "Certified Kubernetes Administrator, expired in March 2025") == ["Certified Kubernetes Administrator, expired in March 2025"]


def status(tmp_path, text):
    (match,) = analyze(read(tmp_path, text), {"title": "Analyst", "essential": ["Bachelor's degree"]}, SETTINGS).matches
    return str(match.status)


def test_a_degree_counts_once_it_is_over(tmp_path):
    assert status(tmp_path, "BSc Physics, Fern University, 2016 – 2019") == "met"
    for text in (
        "BSc Physics, Fern University, 2025 – present",
        "BSc Physics, Fern University, expected May 2028",
        "BSc Physics\nFern University, 2025 – 2028",
    ):
        assert status(tmp_path, text) == "missing", text
