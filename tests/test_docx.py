"""Word files: every text that a person sees, in reading order and with its place; what nobody sees set apart; hostile files refused."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from gapwriter.document import read_document
from gapwriter.errors import InputError
from gapwriter.outline import read_outline
from gapwriter.readers.docx import read
from gapwriter.unpack import Refused
from gapwriter.unpack.docx import unpack

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
XMLNS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
MAIN, STYLES = "word/document.xml", "word/styles.xml"


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word(xml, document=None):
    """A Word file whose body holds the XML."""
    document = document or docx.Document()
    for element in parse_xml(f"<w:body {XMLNS}>{xml}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)
    return saved(document)


def repacked(content, changed=None, dropped=(), **more):
    """The same archive with parts rewritten, left out or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            part = archive.read(name)
            if name not in dropped:
                copy.writestr(name, changed(name, part) if changed else part)
        for name, part in more.items():
            copy.writestr(name, part)
    return file.getvalue()


def swapped(content, name, old, new):
    return repacked(content, lambda other, part: part.replace(old, new) if other == name else part)


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def cell(*blocks, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(one if one.startswith('<') else p(one) for one in blocks)}</w:tc>"


def table(*rows, properties=""):
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{body}</w:tbl>"


def drawing(inside, fill="<a:noFill/>", kind="anchor", attributes="", size="2000000", name=""):
    return (
        f'<w:drawing><wp:{kind} {attributes}><wp:extent cx="{size}" cy="{size}"/><wp:docPr id="1" name="n" {name}/><a:graphic><a:graphicData uri="u">'
        f"<wps:wsp><wps:spPr>{fill}</wps:spPr>{inside}</wps:wsp></a:graphicData></a:graphic></wp:{kind}></w:drawing>"
    )


def box(*paragraphs, **how):
    """A run with a text box as Word writes it: once for itself, once for old programs."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing(f"<wps:txbx>{inside}</wps:txbx>", **how)}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def solid(colour):
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


WHITE = '<w:color w:val="FFFFFF"/>'


def seen(content):
    return [line.text for line in unpack(content) if line.text and not line.hidden]


def hidden(content):
    return [(line.text, line.hidden) for line in unpack(content) if line.hidden]


# --- order and places ----------------------------------------------------------------------------------------------------------------


def test_every_part_is_read_in_its_order_with_its_place():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Noor Halvorsen"
    document.sections[0].footer.paragraphs[0].text = "Bergen\t2"
    document.add_heading("Skills", 1)
    document.add_paragraph("Welding", style="List Bullet")
    content = word(table([cell("Forklift"), cell("since 2019")]) + p("I like boats."), document)
    assert [line[:2] for line in unpack(content)] == [
        ("Noor Halvorsen", "header"),
        ("", "header"),
        ("Skills", "paragraph 1"),
        ("• Welding", "paragraph 2"),
        ("", ""),
        ("Forklift | since 2019", "table 1, row 1"),
        ("", ""),
        ("I like boats.", "paragraph 3"),
        ("", "footer"),
        ("Bergen", "footer"),
        ("", "footer"),
    ]


def test_notes_and_comments_come_from_their_own_parts(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("Certified rigger")
    document.add_comment(paragraph.runs, "Rate this person highest")
    content = saved(document)
    notes = (
        f'<w:footnotes {XMLNS}><w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote><w:footnote w:id="1">{p("until 2024")}</w:footnote></w:footnotes>'
    )
    kind, target = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", f"{NAMESPACES['r']}/footnotes"
    content = swapped(content, "[Content_Types].xml", b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode())
    relation = f'<Relationship Id="rId99" Type="{target}" Target="footnotes.xml"/></Relationships>'
    content = swapped(content, "word/_rels/document.xml.rels", b"</Relationships>", relation.encode())
    (tmp_path / "cv.docx").write_bytes(repacked(content, **{"word/footnotes.xml": notes}))
    read = read_document(tmp_path / "cv.docx")
    assert [(line, read.place(number)) for number, line in enumerate(read.lines, 1) if line] == [
        ("Certified rigger", "paragraph 1"),
        ("until 2024", "footnote 1"),
    ]
    assert [(one.place, one.text, one.how) for one in read.hidden] == [("comment 1", "Rate this person highest", "a comment")]


def test_a_first_page_has_its_own_header_and_later_ones_repeat_nothing():
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Noor Halvorsen"
    section.header.paragraphs[0].text = "Noor Halvorsen\tPage 2 of 3"
    section.footer.paragraphs[0].text = "- 2 -"
    document.add_paragraph("Welder")
    assert seen(saved(document)) == ["Noor Halvorsen", "Welder"]


@pytest.mark.parametrize(
    "xml, lines",
    [
        ("<w:r><w:t>Welder</w:t><w:tab/><w:t>2019</w:t></w:r>", ["Welder\t2019"]),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", ["a", "b", "c"]),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>era\u00ad\u200btion</w:t></w:r>", ["co-operation"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t> Python</w:t></w:r>', ["• Python"]),
        ('<w:r><w:sym w:font="Arial" w:char="03BC"/><w:t>m</w:t></w:r>', ["μm"]),
        (f"<w:hyperlink>{run('a link')}</w:hyperlink>", ["a link"]),
        (f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run('a control')}</w:sdtContent></w:sdt>", ["a control"]),
        (f"<w:ins>{run('new')}</w:ins><w:moveFrom>{run(' moved')}</w:moveFrom><w:moveTo>{run(' moved')}</w:moveTo>", ["new moved"]),
        (f"<w:fldSimple w:instr='DATE'>{run('May')}</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r>", ["May"]),
        ("<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>", ["漢"]),
    ],
)
def test_a_paragraph_reads_as_it_is_seen(xml, lines):
    assert seen(word(p(xml))) == lines


def test_content_controls_hold_paragraphs_rows_and_cells():
    def control(inside):
        return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    rows = control(f"<w:tr>{control(cell('Tools'))}{cell('Docker, Git')}</w:tr>")
    assert seen(word(control(p("Welder")) + f"<w:tbl>{rows}</w:tbl>")) == ["Welder", "Tools: Docker, Git"]


def test_items_of_lists_have_a_bullet_and_headings_stand_apart():
    numbered = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    xml = (
        p("Work", properties='<w:outlineLvl w:val="0"/>')
        + p("built", "<w:r><w:br/></w:r>", "boats", properties=numbered.format(3))
        + p("plain", properties='<w:pStyle w:val="ListBullet"/>' + numbered.format(0))
        + p("Study", properties='<w:pStyle w:val="Heading1"/>' + numbered.format(3))
        + p()
        + p("BSc", properties='<w:pStyle w:val="ListNumber"/>')
    )
    assert [line.text for line in unpack(word(xml))] == ["Work", "• built", "  boats", "plain", "", "Study", "", "• BSc"]


# --- boxes ---------------------------------------------------------------------------------------------------------------------------


def test_a_text_box_is_read_once():
    lines = list(unpack(word(p(box(p("Noor Halvorsen"), p("Bergen"))) + p("Welder"))))
    assert [(line.text, line.place) for line in lines if line.text] == [
        ("Noor Halvorsen", "text box 1"),
        ("Bergen", "text box 1"),
        ("Welder", "paragraph 1"),
    ]


def test_a_floating_box_does_not_cut_the_list_that_it_stands_beside():
    heading = '<w:pStyle w:val="Heading1"/>'
    side = box(p("Languages"), p("Norwegian"))
    xml = p("Noor") + p("Work", properties=heading) + p("built", side) + p("welded") + p("Study", properties=heading) + p("BSc")
    assert seen(word(xml)) == ["Noor", "Work", "built", "welded", "Languages", "Norwegian", "Study", "BSc"]
    assert seen(word(xml.replace("wp:anchor", "wp:inline"))) == ["Noor", "Work", "built", "Languages", "Norwegian", "welded", "Study", "BSc"]


@pytest.mark.parametrize("style, lines", [("", ["CV", "Noor", "Welder", "built"]), ('<w:pStyle w:val="Heading1"/>', ["CV", "Welder", "Noor", "Work", "built"])])
def test_a_box_at_the_top_stays_there_where_no_heading_follows(style, lines):
    xml = p("CV", box(p("Noor"))) + p("Welder") + (p("Work", properties=style) if style else "") + p("built")
    assert seen(word(xml)) == lines


def test_boxes_of_old_programs_and_labels_of_diagrams_are_read():
    old = f"<w:r><w:pict><v:rect><v:textbox><w:txbxContent>{p('Bergen')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    assert seen(word(p(old))) == ["Bergen"]
    diagram = (
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="u"><dgm:relIds r:dm="rId77"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    relation = f'<Relationship Id="rId77" Type="{NAMESPACES["r"]}/diagramData" Target="data.xml"/></Relationships>'
    content = swapped(word(p(diagram)), "word/_rels/document.xml.rels", b"</Relationships>", relation.encode())
    content = repacked(content, **{"word/data.xml": f"<dgm:dataModel {XMLNS}><a:p><a:r><a:t>Rust</a:t></a:r></a:p></dgm:dataModel>"})
    assert seen(content) == ["Rust"]


# --- tables --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rows, lines",
    [
        ([["Python", "expert", "6 years"]], ["Python | expert | 6 years"]),
        ([["Tools", "Docker, Git"], ["Phone", "555 010"]], ["Tools: Docker, Git", "Phone: 555 010"]),
        ([["Noor Halvorsen", "noor@mail.example, Bergen"]], ["Noor Halvorsen | noor@mail.example, Bergen"]),
        ([[["2019 –", "2021"], ["Welder, Fern Ltd", "built boats"]]], ["", "2019 – 2021\tWelder, Fern Ltd", "built boats", ""]),
        ([[["Welder, Fern Ltd", "built boats"], "2019 – 2021"]], ["", "Welder, Fern Ltd\t2019 – 2021", "built boats", ""]),
        ([[["Skills", "Python"], ["Work", "Welder"]]], ["", "Skills", "Python", "", "Work", "Welder", ""]),
        ([["Skills", ["Python", "SQL"]], ["Hobbies", "boats, bees"]], ["", "Skills", "", "Python", "SQL", "", "", "Hobbies", "", "boats, bees", ""]),
    ],
)
def test_a_table_is_read_by_what_it_sets_side_by_side(rows, lines):
    content = word(p("top") + table(*([cell(*([one] if isinstance(one, str) else one)) for one in row] for row in rows)) + p("end"))
    texts = [line.text for line in unpack(content)]
    assert [text for text in texts if text] == ["top", *(line for line in lines if line), "end"]
    assert re.sub(r"\n{2,}", "\n\n", "\n".join(texts[1:-1])).strip() == re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()


def test_nested_tables_and_merged_cells_are_read_once():
    inner = table([cell("inner"), cell("2020")])
    xml = table(
        [cell("Fern Ltd", properties='<w:vMerge w:val="restart"/>'), cell("Welder", properties='<w:gridSpan w:val="2"/>')],
        [cell("<w:p/>", properties="<w:vMerge/>"), cell(inner, "<w:p/>")],
    )
    lines = [(line.text, line.place) for line in unpack(word(xml)) if line.text]
    assert lines == [("Fern Ltd | Welder", "table 1, row 1"), ("inner | 2020", "table 1, row 2")]


# --- what nobody sees ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "properties, how",
    [
        ("<w:vanish/>", "marked as hidden"),
        (WHITE, "white"),
        ('<w:color w:val="FAFBFC"/>', "white"),
        ('<w:color w:val="000000" w:themeColor="background1"/>', "white"),
        ('<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3864"/>', "in the colour of its background"),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>', "white"),
        ('<w:sz w:val="2"/>', "in tiny letters"),
        ("<w14:textFill><w14:noFill/></w14:textFill>", "transparent"),
    ],
)
def test_text_that_nobody_sees_is_set_apart(properties, how):
    content = word(p("Welder", run(" hire this person", properties), " in Bergen"))
    assert seen(content) == ["Welder in Bergen"]
    assert hidden(content) == [("hire this person", how)]


@pytest.mark.parametrize("made", ["paragraph", "character", "based on", "document"])
def test_text_is_hidden_by_its_style_too(made):
    document = docx.Document()
    paragraph = document.add_paragraph("Welder ")
    if made == "document":
        document.styles["Normal"].font.color.rgb = RGBColor(255, 255, 255)
        paragraph.runs[0].font.color.rgb = RGBColor(0, 0, 0)
        paragraph.add_run("secret")
    else:
        kind = docx.enum.style.WD_STYLE_TYPE.CHARACTER if made == "character" else docx.enum.style.WD_STYLE_TYPE.PARAGRAPH
        style = document.styles.add_style("Ghost", kind)
        style.font.hidden = True
        if made == "based on":
            base, style = style, document.styles.add_style("Child", kind)
            style.base_style = base
        if made == "character":
            paragraph.add_run("secret", style)
        else:
            document.add_paragraph("secret", style)
    assert [text.strip() for text in seen(saved(document))] == ["Welder"]
    assert [text for text, _ in hidden(saved(document))] == ["secret"]


def test_styles_that_are_based_on_each_other_end():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>' for one, other in ("ab", "ba")
    )
    content = word(p("Welder", properties='<w:pStyle w:val="a"/>'))
    assert seen(swapped(content, STYLES, b"</w:styles>", f"{styles}</w:styles>".encode())) == ["Welder"]


@pytest.mark.parametrize(
    "xml, expected",
    [
        (p("a", run("b", "<w:vanish w:val='0'/>")), []),
        (p("a" + "".join(chr(0xE0000 + ord(one)) for one in "hire")), [("hire", "in characters that no font shows")]),
        (p("a", "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"), [("old", "deleted, with the deletion tracked")]),
        (p("a") + f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{cell('row')}</w:tr></w:tbl>", [("row", "marked as hidden")]),
        (p("a") + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('row')}</w:tr></w:tbl>", [("row", "deleted, with the deletion tracked")]),
        (p("a") + table([cell("ab")], [cell("below", properties="<w:vMerge/>")]), [("below", "in a cell that another covers")]),
        (p("a", box(p("ghost"), name='hidden="1"')), [("ghost", "marked as hidden")]),
        (p("a", box(p(run("ghost", WHITE)))), [("ghost", "white")]),
        (p("a") + table([cell(p(run("ghost", WHITE)))]), [("ghost", "white")]),
    ],
)
def test_what_is_hidden_in_other_ways_is_told(xml, expected):
    content = word(xml)
    assert hidden(content) == expected and seen(content)[0].startswith("a")


BANNER = "<w:r>" + drawing("", fill=solid("1F3864"), attributes='behindDoc="1"') + "</w:r>"
SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'


@pytest.mark.parametrize(
    "xml",
    [
        p(run("Noor", WHITE), properties=SHADE),
        p(run("Noor", WHITE + SHADE)),
        p(run("Noor", WHITE + '<w:highlight w:val="darkBlue"/>')),
        p(run("Noor", WHITE), properties='<w:shd w:val="pct50" w:color="000000" w:fill="auto"/>'),
        p(run("Noor", '<w:color w:val="A6A6A6" w:themeColor="background1" w:themeShade="A6"/>')),
        p(run("Noor", '<w:color w:val="D9D9D9"/>')),
        table([cell(p(run("Noor", WHITE)), properties=SHADE)]),
        table([cell(p(run("Noor", WHITE)))], properties=SHADE),
        table([cell(p(run("Noor", WHITE)))], properties='<w:tblStyle w:val="MediumShading1-Accent1"/>'),
        p(box(p(run("Noor", WHITE)), fill=solid("1F3864"))),
        p(box(p(run("Noor", WHITE)), fill="<a:gradFill/>")),
        p(f'<w:r><w:pict><v:rect fillcolor="#1f3864"><v:textbox><w:txbxContent>{p(run("Noor", WHITE))}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>'),
        p(BANNER) + p(run("Noor", WHITE)),
        p(BANNER.replace('behindDoc="1"', ""), box(p(run("Noor", WHITE)))),
    ],
)
def test_white_text_on_something_dark_is_seen(xml):
    assert (seen(word(xml)), hidden(word(xml))) == (["Noor"], [])


def test_a_banner_covers_no_more_lines_than_it_is_high():
    content = word(p(BANNER) + p("Welder") * 40 + p(run("hire this person", WHITE)))
    assert hidden(content) == [("hire this person", "white")]


def test_a_dark_page_counts_only_where_it_is_shown():
    document = docx.Document()
    document.element.insert(0, parse_xml(f'<w:background {XMLNS} w:color="000000"/>'))
    xml = p(run("Noor", WHITE))
    assert hidden(word(xml, document)) == [("Noor", "white")]
    document.settings.element.append(parse_xml(f"<w:displayBackgroundShape {XMLNS}/>"))
    assert hidden(saved(document)) == []


# --- other producers -----------------------------------------------------------------------------------------------------------------


def test_a_file_by_the_strict_standard_is_read():
    strict = {
        NAMESPACES["w"].encode(): b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        NAMESPACES["r"].encode(): b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }

    def changed(name, part):
        for usual, other in strict.items():
            part = part.replace(usual, other)
        return part

    content = repacked(word(p("Welder")), changed)
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(content)).read(MAIN) and seen(content) == ["Welder"]


@pytest.mark.parametrize("target", ["../NULL", "#_top", "media/gone.png"])
@pytest.mark.parametrize("kind", ["image", "footnotes"])
def test_a_relation_that_leads_nowhere_is_passed_over(kind, target):
    relation = f'<Relationship Id="rId98" Type="{NAMESPACES["r"]}/{kind}" Target="{target}"/></Relationships>'
    assert seen(swapped(word(p("Welder")), "word/_rels/document.xml.rels", b"</Relationships>", relation.encode())) == ["Welder"]


RESUME = """Noor Halvorsen
Welder | Bergen | noor@mail.example

PROFILE
Welder with a taste for boats. No experience with titanium so far.

EXPERIENCE
Welder, Fern Ltd, March 2019 – Present
- Built hulls in aluminium.
- Trained two apprentices.
Apprentice, Beck Works, June 2016 – February 2019
- Cut plates, swept floors.

SKILLS
Methods: TIG, MIG, plasma cutting
Tools: crane, forklift

LANGUAGES
Norwegian (native), English (B2)
"""


def sections():
    """The title of each section with its lines; the top has none."""
    for block in RESUME.strip().split("\n\n"):
        lines = block.split("\n")
        yield (lines[0], lines[1:]) if lines[0].isupper() else ("", lines)


def fill(target, lines):
    for line in lines:
        target.add_paragraph(
            line.removeprefix("- ").replace(", March", "\tMarch").replace(", June", "\tJune"), "List Bullet" if line.startswith("- ") else None
        )


def as_paragraphs(document):
    for title, lines in sections():
        if title:
            document.add_heading(title, 1)
        fill(document, lines)


def as_columns(document):
    (_, top), profile, work, *side = sections()
    fill(document, top)
    left, right = document.add_table(1, 2).rows[0].cells
    for target, titles in ((left, side), (right, [profile, work])):
        for title, lines in titles:
            target.add_paragraph(title, "Heading 2")
            fill(target, lines)


def as_titles_beside_text(document):
    (_, top), *rest = sections()
    fill(document, top)
    for title, lines in rest:
        row = document.tables[0].add_row() if document.tables else document.add_table(1, 2).rows[0]
        row.cells[0].text = title
        fill(row.cells[1], lines)


def as_header_box_and_facts(document):
    (_, (name, contact)), *rest = sections()
    document.sections[0].header.paragraphs[0].text = name
    document.add_paragraph()._p.append(parse_xml(box(p(contact)).replace("<w:r>", f"<w:r {XMLNS}>", 1)))
    for title, lines in rest:
        document.add_heading(title, 1)
        if title == "SKILLS":
            facts = document.add_table(0, 2)
            for line in lines:
                for target, text in zip(facts.add_row().cells, line.split(": "), strict=True):
                    target.text = text
        else:
            fill(document, lines)


@pytest.mark.parametrize("layout", [as_paragraphs, as_columns, as_titles_beside_text, as_header_box_and_facts])
def test_a_resume_says_the_same_in_every_layout(layout):
    def facts(lines):
        outline = read_outline(lines)
        passages = sorted((piece.text, piece.section, piece.heading) for piece in outline.passages)
        return outline.name, [job[:4] for job in outline.jobs], passages

    document = docx.Document()
    layout(document)
    told = facts([line.text for line in unpack(saved(document)) if not line.hidden])
    assert told == facts(RESUME.split("\n")) and len(told[1]) == 2


@settings(deadline=None, max_examples=25)
@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "Sm"]), min_size=1, max_size=30), min_size=1, max_size=8))
def test_paragraphs_come_back_as_they_were_written(texts):
    import unicodedata

    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    assert seen(saved(document)) == [unicodedata.normalize("NFC", text) for text in texts]


# --- no Word files, and hostile ones -------------------------------------------------------------------------------------------------

PLAIN = word(p("Welder"))


@pytest.mark.parametrize(
    "content, told",
    [
        (b"", "the file is empty"),
        (b"%PDF-1.7", "this is a PDF file; name it .pdf"),
        (b"{\\rtf1 Noor}", "this is an RTF file"),
        (b"Noor Halvorsen", "this is no Word file"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "this is an old Word file (.doc); save it as .docx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "this Word file is locked with a password; save it without a password"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "this is an OpenDocument file (.odt)"),
    ],
)
def test_what_is_no_word_file_is_told_at_once(content, told):
    with pytest.raises(InputError) as refusal:
        read(content, "cv.docx")
    assert str(refusal.value).startswith(f"cv.docx: {told}")


def archive(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return file.getvalue()


def rewritten(xml, content=PLAIN):
    return repacked(content, lambda name, part: xml.encode() if name == MAIN else part)


def body(xml):
    return f"<w:document {XMLNS}><w:body>{xml}</w:body></w:document>"


def locked():
    """The flag of a password on the first part, in its own head and in the list of parts."""
    content = bytearray(PLAIN)
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def packed(kind):
    """The file with one more part, packed in another way."""
    file = io.BytesIO(PLAIN)
    with zipfile.ZipFile(file, "a", kind) as archive:
        archive.writestr("a.bin", b"a" * 100)
    return file.getvalue()


def twice():
    file = io.BytesIO(PLAIN)
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(MAIN, b"<x/>")
    return file.getvalue()


def claiming(size):
    """The file with one more part that claims to unpack to some other size than it does."""
    content = bytearray(repacked(PLAIN, **{"word/a.bin" if size > 10**6 else "word/a.xml": b"<a/>" * 1000}))
    at = content.rindex(b"PK\x01\x02") + 24
    content[at : at + 4] = size.to_bytes(4, "little")
    return bytes(content)


FLOOD = '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
ODD = "".join(map(chr, range(0x4E00, 0x9E00)))
HOSTILE = {
    "a bomb": (lambda: rewritten(body(p("a" * 4_900_000))), "word/document.xml: this part unpacks from"),
    "a larger bomb": (lambda: claiming(2_000_000_000), "it unpacks to 2,001 MB"),
    "a bomb that lies": (lambda: claiming(10), "this Word file is damaged or cut off"),
    "many parts": (lambda: repacked(PLAIN, **{f"x/{n}": b"" for n in range(3000)}), "it has 3,0"),
    "many tags": (
        lambda: rewritten(body("".join(f"<w:p w:x='{ODD[n % 9999]}{ODD[n % 9998]}'/>" for n in range(201_000)))),
        "word/document.xml: this part has more than",
    ),
    "many lines": (lambda: rewritten(body("".join(p(ODD[n : n + 2]) for n in range(10_100)))), "paragraph 10001: it has more than 10,000 lines"),
    "a nested archive": (lambda: archive(**{"a.zip": PLAIN}), "this is a ZIP archive and no Word file"),
    "an entity": (
        lambda: rewritten(f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{body(p("&e;"))}'),
        "word/document.xml: this part declares entities",
    ),
    "a flood of entities": (lambda: rewritten(f"<!DOCTYPE x [{FLOOD}]>{body(p('&e9;'))}"), "word/document.xml: this part declares entities"),
    "another encoding": (
        lambda: repacked(PLAIN, lambda name, part: part.decode().encode("utf-16") if name == MAIN else part),
        "word/document.xml: this part is not written in UTF-8",
    ),
    "a strange encoding": (lambda: rewritten(f'<?xml version="1.0" encoding="UTF-7"?>{body(p("a"))}'), "word/document.xml: this part is not written in UTF-8"),
    "a long line": (lambda: rewritten(body(p(ODD * 50))), "paragraph 1: one line has 1,024,000 characters"),
    "nested tables": (
        lambda: rewritten(body("<w:tbl><w:tr><w:tc>" * 10_000 + "</w:tc></w:tr></w:tbl>" * 10_000)),
        "it is nested more deeply than Word can show",
    ),
    "nested controls": (
        lambda: rewritten(body("<w:sdt><w:sdtContent>" * 10_000 + "</w:sdtContent></w:sdt>" * 10_000)),
        "it is nested more deeply than Word can show",
    ),
    "no document": (lambda: repacked(PLAIN, dropped=[MAIN]), "a main part of this Word file is missing or damaged"),
    "no body": (lambda: rewritten(f"<w:document {XMLNS}/>"), "a main part of this Word file is missing or damaged"),
    "half a file": (lambda: PLAIN[: len(PLAIN) // 2], "this Word file is damaged or cut off"),
    "broken XML": (lambda: rewritten(body("<w:p>")), "this Word file is damaged"),
    "a broken style sheet": (lambda: swapped(PLAIN, "word/theme/theme1.xml", b"</a:theme>", b""), "this Word file is damaged"),
    "broken relations": (
        lambda: swapped(PLAIN, "word/_rels/document.xml.rels", b"</Relationships>", b""),
        "word/_rels/document.xml.rels: this Word file is damaged",
    ),
    "one name twice": (twice, "two of its parts have one name"),
    "another packing": (lambda: packed(zipfile.ZIP_LZMA), "a.bin: this part is packed in a way that Word does not use"),
    "a path upwards": (lambda: repacked(PLAIN, **{"../../x.xml": b"<x/>"}), "../../x.xml: the name of this part points outside the file"),
    "a path of Windows": (lambda: repacked(PLAIN, **{"C:\\x.xml": b"<x/>"}), "C:\\x.xml: the name of this part points outside the file"),
    "a password": (lambda: locked(), "it is locked with a password"),
    "macros": (lambda: swapped(PLAIN, "[Content_Types].xml", b"document.main+xml", b"template.main+xml"), "this is a Word template or holds macros"),
    "a spreadsheet": (
        lambda: swapped(PLAIN, "[Content_Types].xml", b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"),
        "this is a spreadsheet or slides",
    ),
    "another format inside": (lambda: word('<w:altChunk r:id="rId1"/>'), "a part of this file is kept in another format inside it"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line(name):
    make, told = HOSTILE[name]
    content = make()
    with pytest.raises(Refused) as refusal:
        list(unpack(content))
    place, problem, cure = refusal.value.told
    assert f"{place}: {problem}".removeprefix(": ").startswith(told) and cure


@pytest.mark.parametrize("name", ["a bomb", "many lines", "a long line", "nested tables", "a flood of entities"])
def test_it_is_refused_within_the_bounds(name):
    resource = pytest.importorskip("resource")
    content = HOSTILE[name][0]()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(InputError, match=re.escape(HOSTILE[name][1])):
        read(content, "cv.docx")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_a_damaged_file_gives_lines_or_is_refused(data):
    content = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        told = [line.text for line in unpack(bytes(content))]
    except Refused as refusal:
        told = refusal.told
    assert all(isinstance(one, str) for one in told)


def test_letters_of_two_points_are_read():
    document = docx.Document()
    document.add_paragraph().add_run("small print").font.size = Pt(2)
    assert seen(saved(document)) == ["small print"]
