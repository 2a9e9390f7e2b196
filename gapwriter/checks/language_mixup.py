"""A sentence or a word of another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from gapwriter.claims import Reading, Said, lexicon
from gapwriter.fault import fault
from gapwriter.finding import Finding
from gapwriter.world import World

FLAGS = (
    "Außerdem fehlen noch einige Kenntnisse.",
    "Docker und Kubernetes are missing.",
    "Elle possède deux années d'expérience.",
)
ALLOWS = ("The resume does not show PyTorch.",)

_FOREIGN = frozenset(
    """
    und oder aber nicht kein keine ist sind wird werden wurde haben hat mit für auf aus bei nach über unter durch ohne sich auch noch sehr mehr bereits jedoch dass weil wenn ein eine einen einem einer der das dem den des im zum zur vom sowie sowohl als wie nur schon dieser diese dieses kenntnisse erfahrung fähigkeiten stelle bewerber kandidat kandidatin insgesamt zusammenfassend außerdem ebenfalls fehlen fehlt muss kann soll
    y o pero no es son está están fue ser estar con para por sin sobre entre desde hasta como más menos también además aunque porque cuando donde que quien cual el la los las un una unos unas del al lo su sus este esta estos estas tiene tienen muy todavía aún candidato candidata puesto experiencia conocimientos habilidades perfil muestra falta faltan requisitos
    et ou mais est sont était être avoir avec pour par sans sur dans entre depuis comme plus moins aussi ainsi bien que qui où quand le les une des du au aux ce cette ces son sa ses il elle ils elles très encore déjà candidat candidate poste expérience compétences connaissances profil manque manquent
    e ou mas é são foi ser estar com para por sem sobre entre desde até como mais menos também além embora porque quando onde os as um uma uns umas do da dos das no na nos nas ao seu sua tem têm muito ainda já candidato vaga experiência conhecimentos competências geral faltam algumas
    ed ma è sono era essere avere con per senza su tra fra da come più meno anche inoltre perché quando dove che chi il lo gli le uno della delle degli nel nella questo questa ha hanno molto ancora già candidata ruolo esperienza competenze conoscenze profilo mancano manca
    en het een niet maar van met voor op aan bij uit naar over onder door zonder ook nog zeer meer reeds echter dat omdat als wie deze dit zijn heeft hebben wordt worden kandidaat functie ervaring vaardigheden
    i oraz ale nie jest są był być z dla przez bez na w od do jak więcej również ponadto kandydat kandydatka doświadczenie umiejętności
    och eller men inte är var vara ha har med för på av från till utan också mycket mer redan att som denna detta kandidaten erfarenhet
    ve veya ama değil olarak için ile daha çok aday deneyim
    """.split()
)
_ENGLISH = frozenset(
    "a i o as is in on an at to do no so me us we he or if by of be am up was die her has had are hat his him it all son man war bei band no do den per sin sole come comes el o e da more pour plus over under us fin in the for was don pie most made chat van art mit des sage main fine pain as to ma ha he me am bad bald gut kind not also fast rat tag was wall mag so on bin met con sans via als dit".split()
)
_SOLO = frozenset(
    "und oder aber nicht sind wird mit für auch noch bereits jedoch sowie dass y pero está están para también además aunque porque donde los las una del este esta tiene muy et mais est sont avec dans aussi ainsi très mas não são foi com também além os uma dos das nas é ed anche sono della delle degli nel nella inoltre perché il gli che het niet maar een voor ook oraz jest są również och är inte ve için el la le les o e sein haben y/o".split()
)


_BORROWED = frozenset(
    "résumé résumés café cafés naïve cliché clichés protégé protégés façade décor fiancé fiancée crèche entrée à-la-carte vis-à-vis déjà".split()
)


def _accented(said: Said) -> list[str]:
    """Words in small letters with an accent, outside of names."""
    text, start = said.sentence.text, said.sentence.start
    if text.isascii():
        return []
    for entity in said.entities:
        text = text[: max(0, entity.start - start)] + " " * (entity.end - entity.start) + text[max(0, entity.end - start) :]
    words = re.findall(r"(?<![\w’'-])[^\W\d_]+(?:-[^\W\d_]+)*", text)
    return [word for word in words if word.islower() and not word.isascii() and word not in _BORROWED]


@lru_cache(maxsize=2048)
def _words(line: str) -> list[tuple[str, tuple[int, int]]]:
    return [(found[0], found.span()) for found in re.finditer(r"(?<![\w'’./-])[^\W\d_]+(?:/[a-z]+)?(?![\w'’./-])", line)]


def check(reading: Reading, world: World) -> Iterator[Finding]:
    for said in reading.said:
        text = said.loose
        letters = [] if text.isascii() else [c for c in text if c.isalpha() and not c.isupper()]
        foreign = [c for c in letters if not unicodedata.name(c, "").startswith("LATIN")]
        if len(foreign) >= 4 and len(foreign) > 0.25 * len(letters):
            yield fault("language_mixup", said, None, "this is not English", [])
            continue
        words = _words(text)
        hits = [(word, span) for word, span in words if word in _FOREIGN and word not in _ENGLISH]
        if len(hits) >= 3 and len(hits) >= 0.25 * len(words):
            yield fault("language_mixup", said, None, "this is not English", [])
            continue
        accented = _accented(said)
        if len(accented) >= 2 or (accented and hits):
            yield fault("language_mixup", said, None, "this is not English", [])
            continue
        plain = [word for word, _ in words if word not in lexicon.frame() and word not in lexicon.common() and word.removesuffix("s") not in lexicon.common()]
        if len(words) >= 4 and len(plain) >= 0.6 * len(words) and not said.entities:
            yield fault("language_mixup", said, None, "this is not English", [])
            continue
        for word, span in words:
            if word in _SOLO and (word not in ("la", "le", "o", "e", "el", "les", "das") or _swaps(text, span)):
                yield fault("language_mixup", said, _place(said, span), f"{word!r} is not English", [])
                break


def _swaps(text: str, span: tuple[int, int]) -> bool:
    """Whether a short foreign word stands where an English one would, in small letters among English words."""
    before, after = text[: span[0]].split(), text[span[1] :].split()
    return bool(before and after and before[-1].strip(",;:").isalpha() and re.match(r"[a-zA-Z]", after[0]) is not None)


def _place(said: Said, span: tuple[int, int]) -> tuple[int, int]:
    """The offsets of a word of the spelled-out line."""
    word = said.loose[span[0] : span[1]]
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said.sentence.text, re.I)
    return (said.sentence.start + found.start(), said.sentence.start + found.end()) if found else (said.sentence.start, said.sentence.end)
