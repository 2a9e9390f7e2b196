"""Ranges of dates as people write them in a resume."""

from datetime import date

import pytest

from gapwriter import InputError, read_resume

AS_OF = date(2026, 11, 1)


def dates_of(tmp_path, line):
    path = tmp_path / "resume.txt"
    path.write_text(f"Ada Brink\n\nEXPERIENCE\n\n{line}\n- Kept the ledgers in Excel.\n", "utf-8")
    return [(job.start_date, job.end_date) for job in read_resume(path).work]


@pytest.mark.parametrize(
    "text, start, end",
    [
        ("Jan 2021 - Mar 2022", "2021-01", "2022-03"),
        ("01/2021 – 03/2022", "2021-01", "2022-03"),
        ("2019-2021", "2019", "2021"),
        ("2014-18", "2014", "2018"),
        ("March 2022 to Present", "2022-03", ""),
        ("Sept 2019 – present.", "2019-09", ""),
        ("since May 2020", "2020-05", ""),
        ("seit 05/2020", "2020-05", ""),
        ("11.2020 – heute", "2020-11", ""),
        ("Apr. 2023 – Present", "2023-04", ""),
        ("Spring 2021", "2021-03", "2021-05"),
        ("2021–", "2021", ""),
        ("June '19 - Aug '20", "2019-06", "2020-08"),
        ("Mar – Aug 2021", "2021-03", "2021-08"),
        ("Oct – Feb 2021", "2020-10", "2021-02"),
        ("Q1 2020 – Q3 2021", "2020-01", "2021-09"),
        ("2010-12 – 2012-03", "2010-12", "2012-03"),
        ("1 March 2019 - 3 April 2020", "2019-03", "2020-04"),
        ("03/15/2019 - 04/20/2020", "2019-03", "2020-04"),
        ("2019-03-01 to 2020-02-28", "2019-03", "2020-02"),
        ("Spring 2019 – Fall 2021", "2019-03", "2021-11"),
        ("winter 2016 to summer 2019", "2016-12", "2019-08"),
        ("since autumn 2019", "2019-09", ""),
    ],
)
@pytest.mark.parametrize("form", ["Bookkeeper, Fern Ltd, {}", "{} Bookkeeper, Fern Ltd", "Bookkeeper, Fern Ltd ({})"])
def test_notations(tmp_path, form, text, start, end):
    assert dates_of(tmp_path, form.format(text)) == [(start, end)]


@pytest.mark.parametrize("text", ["13/2020 – 05/2021", "2023-05 – 2022-01", "00/2020 – 05/2021", "2022 - 2019"])
def test_impossible_dates_are_told(tmp_path, text):
    with pytest.raises(InputError, match=r"work\[0\]"):
        dates_of(tmp_path, f"Bookkeeper, Fern Ltd, {text}")


@pytest.mark.parametrize("text", ["99.95 % over 12 months", "Tel. +31 00 000 0001", "ISO 9001", "4,000 invoices a month"])
def test_other_numbers_are_no_dates(tmp_path, text):
    assert dates_of(tmp_path, f"Bookkeeper, Fern Ltd, {text}") == []
