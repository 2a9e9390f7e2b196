"""PDF: what a person sees, in the order in which a person reads it; what nobody sees stands apart; hostile files end soon and in one line."""

import io
import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from gapwriter.document import Document, read_document
from gapwriter.errors import InputError
from gapwriter.outline import read_outline
from gapwriter.readers import pdf
from gapwriter.unpack import Refused
from gapwriter.unpack.pdf import unpack

REGULAR, BOLD = "Helvetica", "Helvetica-Bold"


def drawn(draw, size=(595, 842), **options):
    """A PDF of one page that `draw` draws on, or of several where it calls `showPage`."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1, **options)
    canvas.setFont(REGULAR, 10)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def texts(*placed, **options):
    """A PDF of words at places: (x, y, text), (x, y, text, size) or (x, y, text, size, font)."""

    def draw(canvas):
        for x, y, text, *look in placed:
            canvas.setFont(look[1] if len(look) > 1 else REGULAR, look[0] if look else 10)
            canvas.drawString(x, y, text)

    return drawn(draw, **options)


def column(x, y, lines, step=13):
    return [(x, y - step * at, line) for at, line in enumerate(lines) if line]


def seen(content):
    return [line.text for line in unpack(content) if not line.hidden]


def hidden(content):
    return [(line.text, line.hidden) for line in unpack(content) if line.hidden]


def refused(content):
    with pytest.raises(Refused) as refusal:
        list(unpack(content))
    return refusal.value.told


# --- the same resume as text and laid out ------------------------------------------------------------------------------------------------

TOP = ["Linnea Okpara-Strand", "Test engineer", "Bergen | linnea@strand.example"]
WORK = [
    ("Test Engineer, Fjordlys Software Ltd", "March 2021 – Present"),
    "Wrote the end-to-end tests in Python and Playwright, and the pipeline in GitLab CI that runs them for every change of the booking system.",
    "No experience with Kubernetes so far, which another group looks after; two trainees report to me since 2023.",
    ("Junior Tester, Havnegate Bank", "August 2018 – February 2021"),
    "Manual tests of payment forms, with SQL queries against the ledger.",
]
SKILLS = [("Languages", "Python, SQL, JavaScript"), ("Tools", "Playwright, GitLab CI, Docker, Jira")]
ABOUT = "I have never led a team, and I would like to learn Kubernetes in the coming year. In winter I repair skis for the neighbours."


def as_text():
    work = [f"{one[0]}, {one[1]}" if isinstance(one, tuple) else f"- {one}" for one in WORK]
    return [*TOP, "", "EXPERIENCE", "", *work[:3], "", *work[3:], "", "SKILLS", *(f"{label}: {items}" for label, items in SKILLS), "", "ABOUT ME", ABOUT]


def broken(text, width, size=10, font=REGULAR):
    return simpleSplit(text, font, size, width)


def experience(width):
    """The positions as (indent, text, font, date) rows, None for an empty one."""
    yield 0, "EXPERIENCE", BOLD, ""
    for at, one in enumerate(WORK):
        if isinstance(one, tuple):
            yield from [None] * bool(at)
            yield 0, one[0], BOLD, one[1]
        else:
            for number, line in enumerate(broken(one, width - 12)):
                yield (0, f"• {line}", REGULAR, "") if not number else (8, line, REGULAR, "")
    yield None
    yield 0, "ABOUT ME", BOLD, ""
    yield from ((0, line, REGULAR, "") for line in broken(ABOUT, width))


def top():
    return [(0, TOP[0], BOLD, ""), (0, TOP[1], REGULAR, ""), (0, TOP[2], REGULAR, "")]


def skills(table):
    yield from (None, (0, "SKILLS", BOLD, ""))
    for label, items in SKILLS:
        if table:
            yield 0, label, BOLD, ("table", items)
        else:
            yield from ((0, line, REGULAR, "") for line in broken(f"{label}: {items}", 150))


def put(canvas, row, x, y, width):
    if row is None:
        return
    indent, text, font, more = row
    canvas.setFont(font, 14 if text == TOP[0] else 10)
    canvas.drawString(x + indent, y, text)
    canvas.setFont(REGULAR, 10)
    if isinstance(more, tuple):
        canvas.drawString(x + 120, y, more[1])
    else:
        canvas.drawRightString(x + width, y, more)


def one_column(canvas):
    rows = [*top(), None, *experience(495), *skills(table=True)]
    for at, row in enumerate(rows):
        put(canvas, row, 50, 790 - 14 * at, 495)


def two_columns(canvas, by_row, step):
    side, main = [*top(), *skills(table=False)], list(experience(330))
    spots = [(at, row, 50, 160, 13) for at, row in enumerate(side)] + [(at, row, 235, 330, step) for at, row in enumerate(main)]
    for at, row, x, width, height in sorted(spots, key=lambda spot: spot[0]) if by_row else spots:
        put(canvas, row, x, 790 - height * at, width)


@pytest.mark.parametrize(
    "draw",
    [
        one_column,
        lambda canvas: two_columns(canvas, by_row=False, step=14),
        lambda canvas: two_columns(canvas, by_row=False, step=13),
        lambda canvas: two_columns(canvas, by_row=True, step=13),
    ],
    ids=["one column, dates at the margin, a table of skills", "side column", "side column on the same grid", "side column drawn row by row"],
)
def test_a_resume_says_the_same_as_its_text(draw):
    read, expected = read_outline(seen(drawn(draw))), read_outline(as_text())
    assert read.name == expected.name == "Linnea Okpara-Strand"
    assert [job[:4] for job in read.jobs] == [job[:4] for job in expected.jobs] and len(read.jobs) == 2
    assert sorted((one.text, one.section) for one in read.passages) == sorted((one.text, one.section) for one in expected.passages)


# --- columns and rows --------------------------------------------------------------------------------------------------------------------

PROSE = ["Seven years of tests for banks and", "for ferries, and of writing down what", "was found, so that it is mended."]


def test_dates_at_the_right_margin_stay_in_their_line():
    jobs = [(50, 700 - 40 * at, f"{title}, Fern Ltd") for at, title in enumerate(("Welder", "Fitter", "Apprentice"))]
    dates = [(470, 700 - 40 * at, "2018 – 2020") for at in range(3)]
    works = [(50, 687 - 40 * at, "Mended the pumps and the boilers of the whole harbour") for at in range(3)]
    assert seen(texts(*dates, *jobs, *works))[0] == "Welder, Fern Ltd   2018 – 2020"


def test_dates_on_the_left_stand_before_what_they_date():
    content = texts((50, 700, "2018 –"), (50, 687, "2020"), (150, 700, "Welder, Fern Ltd"), (150, 687, "• Mended pumps"), (150, 674, "• Read drawings"))
    assert seen(content) == ["2018 – 2020   Welder, Fern Ltd", "• Mended pumps", "• Read drawings"]


def test_a_table_is_read_row_by_row():
    rows = [("Languages", "Python, SQL"), ("Tools", "Docker, Git"), ("Systems", "Linux"), ("Methods", "Scrum")]
    placed = [(x, 700 - 14 * at, text) for at, row in enumerate(rows) for x, text in zip((50, 160), row, strict=True)]
    assert seen(texts(*placed)) == [f"{label}   {items}" for label, items in rows]


def test_sections_side_by_side_are_read_one_after_the_other():
    content = texts(
        (50, 700, "SKILLS", 13, BOLD), (300, 700, "LANGUAGES", 13, BOLD), *column(50, 682, ["Python", "SQL"]), *column(300, 682, ["Dutch", "French"])
    )
    assert seen(content) == ["SKILLS", "Python", "SQL", "", "LANGUAGES", "Dutch", "French"]


def test_the_column_with_the_name_comes_first():
    side = ["CONTACT", "", "linnea@strand.example", "", "HOBBIES", "", "Rowing on the lake"]
    content = texts(*column(50, 740, side), (250, 745, "Linnea Strand", 22, BOLD), *column(250, 700, [*PROSE, "", *PROSE], step=14))
    assert seen(content)[0] == "Linnea Strand" and seen(content).index("CONTACT") > 1


def test_a_name_comes_before_the_small_lines_beside_it():
    content = texts((50, 780, "Linnea Strand", 22, BOLD), (450, 788, "Bergen, Norway", 8), (450, 777, "linnea@strand.example", 8), *column(50, 740, PROSE))
    assert seen(content)[0].startswith("Linnea Strand") and not seen(content)[0].startswith("Linnea Strand linnea")


def test_a_side_column_over_two_pages_is_read_at_a_stretch():
    def draw(canvas):
        for page in ("one", "two"):
            for x, y, text in [
                *column(50, 780, [f"Side {page} is here", "", "Skill of all"] * 4),
                *column(230, 780, [f"Main {page} {line}" for line in PROSE] * 5, 17),
            ]:
                canvas.drawString(x, y, text)
            canvas.showPage()

    order = [word for line in seen(drawn(draw)) for word in ("Side one", "Side two", "Main one", "Main two") if word in line]
    assert [word for at, word in enumerate(order) if at == 0 or order[at - 1] != word] == ["Side one", "Side two", "Main one", "Main two"]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(20, 400), st.integers(2, 60)), min_size=1, max_size=40, unique=True))
def test_no_word_is_lost(spots):
    words = [f"word{''.join(chr(97 + int(digit)) for digit in str(at))}q" for at in range(len(spots))]
    told = " ".join(line.text for line in unpack(texts(*((x, 13 * row, word) for (x, row), word in zip(spots, words, strict=True)))))
    assert all(word in told for word in words)


# --- lines -------------------------------------------------------------------------------------------------------------------------------


def test_what_stands_apart_is_parted_and_places_are_told():
    lines = list(unpack(texts(*column(50, 700, ["EXPERIENCE", "Welder at Fern", "", "EDUCATION"]))))
    assert [(line.text, line.place) for line in lines if line.text] == [
        ("EXPERIENCE", "page 1, line 1"),
        ("Welder at Fern", "page 1, line 2"),
        ("EDUCATION", "page 1, line 3"),
    ]
    assert [line.text for line in lines] == ["EXPERIENCE", "Welder at Fern", "", "EDUCATION"]


def test_a_sentence_keeps_its_negation_over_the_line():
    lines = broken("No experience with large warehouses, and I have never used Snowflake or another store of that kind at work, nor have I wished for it.", 330)
    assert len(lines) == 2 and seen(texts(*column(50, 700, lines))) == [" ".join(lines)]


def test_a_list_without_marks_keeps_its_lines():
    items = ["python", "machine learning", "docker", "SQL", "Natural language processing", "Excel"]
    assert seen(texts(*column(50, 700, items))) == items


@pytest.mark.parametrize(
    "first, second, others, maker, joined",
    [
        ("experi-", "ence", "", "", "experience"),
        ("Kuber-", "netes", "", "", "Kuber-netes"),
        ("Kuber-", "netes", "", "pdfTeX", "Kubernetes"),
        ("Kuber-", "netes", "Kubernetes", "", "Kubernetes"),
        ("third-", "party", "", "pdfTeX", "third-party"),
        ("co-", "operation", "co-operation", "pdfTeX", "co-operation"),
        ("Rhine-", "Main", "", "pdfTeX", "Rhine-Main"),
        ("front-", "and back-end", "", "pdfTeX", "front- and back-end"),
        ("PL/", "SQL", "", "", "PL/SQL"),
    ],
)
def test_a_broken_word_is_joined_where_that_is_certain(first, second, others, maker, joined):
    def draw(canvas):
        canvas.setProducer(maker)
        canvas.drawString(50, 700, f"A long line of words that fills the whole column up to {first}")
        canvas.drawString(50, 687, f"{second} and goes on. {others}")

    assert joined in " ".join(seen(drawn(draw)))


@pytest.mark.parametrize("mark", ["•", "drawn", "-", "*"])
def test_bullets_begin_lines_of_their_own(mark):
    def draw(canvas):
        for at, text in enumerate(["Wrote the tests", "Read the drawings", "Mended the pumps"]):
            y = 700 - 13 * at
            canvas.drawString(64, y, text)
            if mark == "drawn":
                canvas.circle(55, y + 3.4, 1.6, stroke=0, fill=1)
            else:
                canvas.drawString(52, y, mark)

    sign = "•" if mark == "drawn" else mark
    assert seen(drawn(draw)) == [f"{sign} Wrote the tests", f"{sign} Read the drawings", f"{sign} Mended the pumps"]


def test_spaced_and_doubled_letters_are_words():
    def draw(canvas):
        text = canvas.beginText(50, 700)
        text.setCharSpace(4)
        text.textLine("WORK HISTORY")
        text.setCharSpace(0)
        canvas.drawText(text)
        for shift in (0, 0.3):
            canvas.drawString(50 + shift, 680, "Printed twice")
        canvas.drawString(50, 660, "Came 5")
        canvas.setFont(REGULAR, 6)
        canvas.drawString(50 + stringWidth("Came 5", REGULAR, 10), 664, "th")

    assert [line for line in seen(drawn(draw)) if line] == ["WORK HISTORY", "Printed twice", "Came 5th"]


def test_page_numbers_go_and_running_heads_stay():
    def draw(canvas):
        for page in (1, 2):
            for x, y, text in [(50, 800, "Linnea Strand"), (50, 700, f"Text of page {page}, which has 12 words"), (280, 30, f"Page {page} of 2")]:
                canvas.drawString(x, y, text)
            canvas.showPage()

    lines = seen(drawn(draw))
    assert lines.count("Linnea Strand") == 2 and not any("of 2" in line for line in lines) and len([line for line in lines if line]) == 4


def test_a_number_that_is_no_page_number_stays():
    assert "7" in seen(texts((50, 700, "Points in the last test:"), (50, 600, "7")))


def test_turned_pages_and_turned_text_are_read():
    def draw(canvas):
        canvas.setPageRotation(90)
        canvas.drawString(50, 500, "Upright to the file")
        canvas.translate(300, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Sideways in it")

    assert [line for line in seen(drawn(draw)) if line] == ["Upright to the file", "Sideways in it"]


def test_the_values_of_form_fields_are_read():
    def draw(canvas):
        canvas.drawString(50, 700, "Name:")
        canvas.acroForm.textfield(name="a", value="Linnea Strand", x=100, y=690, width=200, height=20)
        canvas.acroForm.textfield(name="b", value="Kubernetes", x=100, y=600, width=200, height=20, annotationFlags="hidden")

    lines = seen(drawn(draw))
    assert "Linnea Strand" in " ".join(lines) and "Kubernetes" not in " ".join(lines)


# --- what nobody sees --------------------------------------------------------------------------------------------------------------------


def trick(canvas, how):
    canvas.drawString(50, 750, "What everybody sees on this page")
    paint = {"white": white, "pale": HexColor("#f4f4f4"), "yellow": HexColor("#ffffb0"), "glass": Color(0, 0, 0, alpha=0.02), "dark": HexColor("#203040")}
    canvas.setFillColor(paint.get(how, black))
    if how == "dark":
        canvas.rect(40, 690, 300, 30, stroke=0, fill=1)
    if how == "clipped":
        hole = canvas.beginPath()
        hole.rect(0, 0, 5, 5)
        canvas.clipPath(hole, stroke=0)
    text = canvas.beginText(700 if how == "beside" else 50, 900 if how == "above" else 750 if how == "white" else 700)
    text.setFont(REGULAR, 1 if how == "tiny" else 10)
    text.setTextRenderMode(3 if how == "invisible" else 0)
    if how == "squeezed":
        text.setHorizScale(3)
    text.textLine("Kubernetes expert")
    canvas.drawText(text)
    if how in ("covered", "overprinted"):
        canvas.setFillColor(white)
        canvas.rect(40, 690, 300, 30, stroke=0, fill=1)
    if how == "overprinted":
        canvas.setFillColor(black)
        canvas.drawString(50, 700, "Filing of all letters")


@pytest.mark.parametrize(
    "how, told",
    [
        ("white", "white"),
        ("pale", "white"),
        ("yellow", "white"),
        ("glass", "transparent"),
        ("dark", "in the colour of its ground"),
        ("clipped", "covered or not drawn"),
        ("covered", "covered or not drawn"),
        ("overprinted", "under other words"),
        ("beside", "off the page"),
        ("above", "off the page"),
        ("tiny", "in tiny letters"),
        ("squeezed", "in tiny letters"),
        ("invisible", "drawn invisibly"),
    ],
)
def test_text_that_nobody_sees_is_set_apart(how, told):
    content = drawn(lambda canvas: trick(canvas, how))
    assert hidden(content) == [("Kubernetes expert", told)]
    assert seen(content)[0] == "What everybody sees on this page" and not any("Kubernetes" in line for line in seen(content))


def shown(canvas, how):
    if how in ("white on dark", "white on a picture"):
        canvas.setFillColor(HexColor("#223344"))
        if how == "white on dark":
            canvas.rect(40, 690, 300, 30, stroke=0, fill=1)
        else:
            canvas.drawImage(picture("#223344"), 40, 690, 300, 30)
        canvas.setFillColor(white)
    if how == "grey":
        canvas.setFillColor(HexColor("#bbbbbb"))
    text = canvas.beginText(50, 700)
    text.setFont(REGULAR, 5 if how == "small" else 10)
    if how in ("outlined", "with a border"):
        canvas.setFillColor(white)
        text.setTextRenderMode(1 if how == "outlined" else 2)
    text.textLine("Kubernetes expert")
    canvas.drawText(text)


def picture(colour="#999999"):
    return ImageReader(Image.new("RGB", (60, 80), colour))


@pytest.mark.parametrize("how", ["plain", "white on dark", "white on a picture", "grey", "small", "outlined", "with a border"])
def test_text_that_can_be_seen_is_read(how):
    content = drawn(lambda canvas: shown(canvas, how))
    assert (seen(content), hidden(content)) == (["Kubernetes expert"], [])


# --- files made by hand ------------------------------------------------------------------------------------------------------------------


def file_of(objects, root=1):
    """A PDF of numbered objects."""
    content, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = max(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, size))
    return content + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, table, size, root, len(content))


def stream(entries, data):
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def page_of(contents, font=b"", catalog=b"", **more):
    return file_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            4: contents,
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica%b>>" % font,
            **{int(name[1:]): body for name, body in more.items()},
        }
    )


def showing(text, meanings):
    """A page that shows `text` in Helvetica and says that some of its signs stand for other letters."""
    pairs = b" ".join(b"<%02X> <%b>" % (ord(sign), meaning.encode("utf-16-be").hex().encode()) for sign, meaning in meanings.items())
    names = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange %d beginbfchar %b endbfchar endcmap" % (len(meanings), pairs)
    return page_of(stream(b"", b"BT /F 12 Tf 50 700 Td (%b) Tj ET" % text.encode()), b"/ToUnicode 6 0 R", _6=stream(b"", names))


@pytest.mark.parametrize(
    "text, meanings, read, apart",
    [
        ("a x", {"x": "ﬁ"}, "a fi", []),
        ("a x", {"x": "𝗣"}, "a P", []),
        ("a x", {"x": "\ue123"}, "a", []),
        ("a xy", {"x": "\u200b"}, "a y", []),
        ("a x", {"x": "Kubernetes"}, "a", [("Kubernetes", "in characters that no font shows")]),
        ("a xy", {"x": "\U000e0041", "y": "\U000e0042"}, "a", [("AB", "in characters that no font shows")]),
    ],
)
def test_letters_are_what_their_signs_show(text, meanings, read, apart):
    content = showing(text, meanings)
    assert (seen(content), hidden(content)) == ([read], apart)


def test_fonts_that_do_not_tell_their_letters_are_refused():
    place, problem, cure = refused(showing("abcdefgh " * 8, {sign: chr(0xE200 + at) for at, sign in enumerate("abcdefgh")}))
    assert (place, problem) == ("page 1", "its fonts do not tell which letters they show") and "export" in cure


@pytest.mark.parametrize("behind", [False, True])
def test_scanned_pages_are_refused_with_the_cure(behind):
    def draw(canvas):
        canvas.drawString(50, 700, "A first page with text that is quite long enough")
        canvas.showPage()
        canvas.drawImage(picture(), 0, 0, 595, 842)
        if behind:
            text = canvas.beginText(50, 700)
            text.setTextRenderMode(3)
            text.textLine("What text recognition laid behind the picture of the page")
            canvas.drawText(text)

    place, problem, cure = refused(drawn(draw))
    assert place == "page 2" and "picture" in problem and "(OCR)" in cure


def test_a_photo_does_not_make_a_page_a_scan():
    def draw(canvas):
        canvas.drawImage(picture(), 0, 0, 595, 842)
        canvas.drawString(50, 700, "Linnea Strand, test engineer in Bergen, since 2018")

    assert seen(drawn(draw)) == ["Linnea Strand, test engineer in Bergen, since 2018"]


def test_a_password_to_open_is_refused_and_one_to_change_is_not():
    def draw(canvas):
        canvas.drawString(50, 700, "Linnea Strand")

    assert refused(drawn(draw, encrypt=StandardEncryption("secret", "owner")))[1] == "this PDF is locked with a password"
    assert seen(drawn(draw, encrypt=StandardEncryption("", "owner"))) == ["Linnea Strand"]


# --- hostile files -----------------------------------------------------------------------------------------------------------------------


def bomb(megabytes):
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(b" " * 10**6) for _ in range(megabytes)), packer.flush()])


def many_pages(count):
    pages = {10 + at: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>" for at in range(count)}
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), **pages})


GOOD = page_of(stream(b"", b"BT /F 12 Tf 50 700 Td (Linnea Strand) Tj ET"))
LONG = stream(b"", b"BT /F 10 Tf 50 700 Td %b ET" % (b"(" + b"word " * 6000 + b") Tj ") * 34)


@pytest.mark.parametrize(
    "content, told",
    [
        (page_of(stream(b"/Filter/FlateDecode", bomb(500))), "cannot be read|more time or memory"),
        (file_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 30>>"}), "page 1: this page cannot be read"),
        (page_of(LONG), "cannot be read|more time or memory|more text than a resume"),
        (many_pages(5000), "5000 pages, and 40 are read at most"),
        (GOOD[: len(GOOD) // 2], "this is no whole PDF"),
        (b"%PDF-1.7\n" + random.Random(7).randbytes(100_000), "this is no whole PDF"),
        (b"%PDF-1.7", "this is no whole PDF"),
        (page_of(stream(b"", b"0 0 m 500 500 l S " * 500_000)), "more time or memory"),
    ],
    ids=["bomb", "tree of pages without end", "a million letters", "thousands of pages", "cut off", "noise", "nothing", "a drawing without end"],
)
def test_hostile_files_end_in_one_line(content, told):
    with pytest.raises(InputError, match=told) as refusal:
        pdf.read(content, "cv.pdf")
    assert str(refusal.value).startswith("cv.pdf: ") and "\n" not in str(refusal.value) and refusal.value.cure


def test_scripts_are_not_run():
    script = b"/OpenAction<</S/JavaScript/JS(while\\(true\\){})>>/AcroForm<</Fields[]>>"
    assert seen(page_of(stream(b"", b"BT /F 12 Tf 50 700 Td (Linnea Strand) Tj ET"), catalog=script)) == ["Linnea Strand"]


# --- the reader --------------------------------------------------------------------------------------------------------------------------


def test_a_pdf_is_a_document_with_places_and_what_is_hidden(tmp_path):
    path = tmp_path / "cv.pdf"
    path.write_bytes(drawn(lambda canvas: trick(canvas, "white")))
    document = read_document(path)
    assert isinstance(document, Document) and document.lines == ("What everybody sees on this page",)
    assert document.place(1) == "page 1, line 1" and [(one.place, one.text, one.how) for one in document.hidden] == [("page 1", "Kubernetes expert", "white")]


@pytest.mark.parametrize("content", [b"Python", b"x" * 2000 + b"%PDF-1.7"])
def test_what_is_no_pdf_is_refused_at_once(content):
    with pytest.raises(InputError, match=r"cv\.pdf: this is no PDF; "):
        pdf.read(content, "cv.pdf")
