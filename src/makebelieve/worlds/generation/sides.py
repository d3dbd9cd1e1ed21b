"""Which side a premise takes where it states no want of its hero: a wrong asked of them is refused, what is theirs is kept, what they lost is got back."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.generation.verbs import gerund

_I: Final = re.IGNORECASE
_NOUN: Final = r"(?:[a-z-]+ ){0,3}?[a-z-]+"
_SOME: Final = rf"(?:(?:an?|the|my|our|his|her|their|two|three) {_NOUN}|[A-Z][a-z]+)"

_CONTEST: Final = r"(?:[a-z-]+ ){0,3}?(?:match|game|final|finals|fight|race|contest|competition|tournament|bout|election|duel|trial|case|derby|cup|championship)"
_CRIMES: Final = (
    r"steal|rob|cheat|lie|spoil|ruin|wreck|damage|hurt|harm|deceive|poison|murder|betray|sabotage|forge|falsify|fake|frame|spy on|kidnap|drown|smuggle|rig|burn down|break into|blow up|blackmail"
    r"|swear falsely|give false|sign (?:an? )?(?:false|forged)|tell (?:an? )?lie|cover up|look the other way|look away|keep (?:quiet|silent|his mouth shut|her mouth shut)"
    r"|burn (?=(?:all )?(?:the|an?|his|her|their) (?:evidence|books|library|letters|papers|files|will|village|houses?|harvest|school|records))"
    r"|destroy (?=(?:all )?(?:the|an?|his|her|their) (?:evidence|letters|papers|files|will|records))"
)
_WRONG: Final = rf"(?:{_CRIMES}|(?:lose|throw|fix)(?= (?:the|an?|his|her|their|our) {_CONTEST}\b))\b"
_WRONGING: Final = (
    rf"(?:losing|throwing|fixing)(?= (?:the|an?|his|her|their|our) {_CONTEST}\b)|poisoning|murdering|betraying|framing|lying|cheating"
)
_CROOKS: Final = r"(?:[a-z-]+ )?(?:gang|gangs|bull(?:y|ies)|robbers?|thief|thieves|smugglers?|crooks?|gangsters?|mobsters?|mafia|mob|bandits?|villains?|burglars?|criminals?|swindlers?|con ?m[ae]n|kidnappers?|devil)"
_CRIMINAL: Final = re.compile(
    rf"\b(?:{_CROOKS}|sp(?:y|ies)|assassins?|forgers?|hackers?|pickpockets?|pirates?|witch|henchm[ae]n|hitm[ae]n|outlaws?)$", _I
)
_ASKED: Final = r"(?:told|asked|ordered|commanded|forced|pressed|pressured|pushed|instructed|threatened|bullied|blackmailed|bribed|paid|tempted|dared|urged)"
_BE: Final = r"(?:is|are|was|were|gets|got|has been|have been|is being|am|keeps being)"
_PAY: Final = r"(?:an?|the|some|enough|his|her|their|all|more|ten|a hundred|a thousand|money|gold|anything|everything)\b[^.,;!?]{0,40}?"

_PRESSED: Final = re.compile(
    rf"^(?P<who>.{{1,60}}?) (?P<rel>(?:who )?){_BE} (?:(?P<asked>{_ASKED})(?: (?P<pay>{_PAY}))??|(?:offered|promised) (?P<offer>{_PAY}))"
    rf"(?: by (?P<by>[^.,;!?]{{1,40}}?))? to (?P<deed>[a-z]+ [^.;!?]+)(?P<rest>[.!?]*)$",
    _I,
)
_INTO: Final = re.compile(
    rf"^(?P<who>.{{1,60}}?) (?P<rel>(?:who )?){_BE} [a-z]+ed into (?P<deed>(?:{_WRONGING})\b[^.;!?]*)(?P<rest>[.!?]*)$", _I
)
_PRESSES: Final = re.compile(
    rf"^(?P<by>{_SOME}) (?:has |have |had )?(?:offer(?:s|ed)?|pay|pays|paid|bribe[sd]?|tempt(?:s|ed)?|tell|tells|told|ask(?:s|ed)?|order(?:s|ed)?|force[sd]?|wants?|wanted|threaten(?:s|ed)?|press(?:es|ed)?|push(?:es|ed)?|dare[sd]?)"
    rf" (?P<who>me|us|{_SOME})(?: (?P<offer>{_PAY}))?? to (?P<deed>[a-z]+ [^.;!?]+)(?P<rest>[.!?]*)$",
    _I,
)
_LOSE: Final = re.compile(rf"^(?:lose|throw|fix|losing|throwing|fixing) (?=(?:the|an?|his|her|their|our) {_CONTEST}\b)", _I)


def _refusing(text: str) -> str | None:
    """ "Is offered money to lose the final": the money is refused, and the final won."""
    lead, _, tail = text.rpartition(" and ") if re.match(r"^(?:i am|you are) .{3,60}? and (?:an?|the|my) ", text, _I) else ("", "", text)
    passive = _PRESSED.match(text) or _INTO.match(text)
    match = passive or _PRESSES.match(tail)
    if match is None:
        return None
    said = match.groupdict()
    who, deed, by = match["who"], match["deed"], said.get("by") or ""
    crooked = re.fullmatch(rf"(?:an?|the|some|two|three|his|her|their) {_CROOKS}|{_CROOKS}", by, _I) is not None
    if _CRIMINAL.search(who.partition(" of ")[0]) or " and to " in deed or " and " in who or ", " in who:
        return None
    wrong = re.match(_WRONG, deed, _I) is not None or (passive is not None and "pay" not in said)
    wrong = wrong or (said.get("asked") or "").lower() in ("tempted", "bribed", "blackmailed")
    if not (wrong or (crooked and not re.match(r"(?:help|find|free|rescue|join|be)\b", deed, _I))):
        return None
    if passive is None:
        pronoun = {"me": "I", "us": "we"}.get(who.lower())
        who = f"{lead}. {pronoun or who}" if lead else pronoun or who[:1].upper() + who[1:]
    subject = f"{who} {match['rel']}" if passive is not None else f"{who} "
    if (lost := _LOSE.match(deed)) is not None:
        return f"{subject}must refuse to lose {deed[lost.end() :]}{match['rest']}"
    if "pay" not in said and passive is not None:
        first, _, behind = deed.partition(" ")
        base = lemma(first, "verb")
        return f"{subject}must refuse to {base} {behind}".rstrip() + match["rest"] if base else None
    return f"{subject}must refuse to {deed}{match['rest']}"


_UNTIL: Final = re.compile(
    rf"^(?P<who>(?:{_SOME})(?: (?:in|of|at) (?:the |our |my |this )?[a-z]+)?) (?:refuses?|refused|will not|won['’]t|would not|wouldn['’]t) (?:to )?(?P<what>[^.;!?]{{2,60}}?)"
    r" until (?P<by>somebody|someone|everybody|everyone|mum|mom|dad|grandma|grandpa|(?:the|my|our|his|her|their) [a-z]+(?: [a-z]+)?) (?P<verb>[a-z]+)(?P<rest>[^.;!?,]*)[.!?]*$",
    _I,
)
_SORRY: Final = re.compile(r"^(?:apologi[sz]e$|say sorry$)", _I)


def _until(text: str) -> str | None:
    """ "Refuses to work until somebody apologises": somebody is got to apologise; what is only to be done by somebody is done."""
    match = _UNTIL.match(text)
    if (
        match is None
        or (verb := lemma(match["verb"].lower(), "verb")) is None
        or match["verb"].lower() in ("is", "was", "are", "were", "has", "had", "can")
    ):
        return None
    who = match["who"]
    who = who if re.match(r"[A-Z][a-z]+$", who) and not re.match(r"(?:the|an?|my|our)\b", who, _I) else who[:1].lower() + who[1:]
    who = re.sub(r"^an? ", "the ", who)
    many = re.match(r"(?:two|three) ", who) is not None or (who.split()[-1].endswith("s") and " " in who and not who.endswith("ss"))
    rest = match["rest"]
    if many and re.search(r"\b(?:his|him|her|he|she)\b", rest):
        return None
    owner = f"{who}{chr(39) if who.endswith('s') else chr(39) + 's'}"
    one = r"their|them" if many else r"his|him|her|its|it"
    if re.match(r" (?:him|her|it|them) (?:an?|the|some|back|his|her|its|their|that|about|to)\b", rest):  # "gives them back their baby"
        rest = f" {who}{rest[rest.index(' ', 1) :]}"
    else:
        rest = re.sub(rf"\b(?:{one})(?= [a-z])(?! (?:an?|the|to|that|about|in|at|on|for|with|some|back)\b)", owner, rest)
        rest = re.sub(rf"\b(?:{one})\b", who, rest)
    doing = f"{verb}{rest}"
    if _SORRY.match(doing):
        doing += f" to {who}"
    by = match["by"].lower()
    if by in ("everybody", "everyone"):
        return f"I must get everybody to {doing}."
    if by in ("somebody", "someone"):
        alone = (
            " " not in doing.strip()
            or re.match(r"(?:apologi[sz]e|say sorry)\b", doing)
            or verb in ("confess", "own", "admit", "volunteer", "promise", "believe")
        )
        return f"I must get somebody to {doing}." if alone else f"I must {doing}."
    return f"I must persuade {match['by']} to {doing}."


_AGAINST: Final = r"(?:vote|throw|kick|drive|chase|send|lock|take|give away|give up|hand over|get rid of|depose|dethrone|overthrow|remove|replace|banish|expel|fire|sack|evict|arrest|catch|eat|cook|kill|melt|shoot|hunt|steal|sell|ban|destroy|burn|scrap|drown|close|tear down|shave|capture|put (?=(?:him|her|it|them) (?:in|away|down)))"
_MINE: Final = re.compile(
    rf"^(?P<mine>(?:my|our) (?:[a-z-]+ ){{0,2}}?[a-z-]+) (?P<is>[a-z]+) (?P<told>[^.;!?]{{2,70}}?),? (?:and|but) (?P<foe>(?:the|his|her|its|their|some|an?|all the) (?:[a-z-]+ ){{0,2}}?[a-z-]+)"
    rf" (?:now )?(?:wants?|wanted|plans?|planned|tr(?:y|ies|ied)|(?:is|are|were|was) (?:trying|planning|going)|hopes?|decided?s?|threatens?) to (?P<verb>{_AGAINST})\b(?P<rest>[^.;!?]*)",
    _I,
)


def _mine(text: str) -> str | None:
    """ "My parrot is a judge and the pirates want to throw him out": the pirates are to be stopped from it."""
    match = _MINE.match(text)
    if match is None:
        return None
    mine, rest = match["mine"][:1].lower() + match["mine"][1:], match["rest"]
    owner = f"{mine}{chr(39) if mine.endswith('s') else chr(39) + 's'}"
    pronoun = re.search(r"\b(?:him|her|it|them|his|its|their)\b", rest)
    if pronoun is None:
        return None
    its = (
        re.match(r" [a-z]+", rest[pronoun.end() :])
        and pronoun[0].lower() != "him"
        and not re.match(r" (?:out|up|away|off|down|in|into|from|by|to|for|with|before|and|at|on)\b", rest[pronoun.end() :])
    )
    rest = f"{rest[: pronoun.start()]}{owner if its else mine}{rest[pronoun.end() :]}"
    foe = re.sub(r"^(?:his|her|its|their|some|all the) ", "the ", match["foe"])
    verb, _, particle = match["verb"].partition(" ")
    return f"I must stop {foe} from {gerund(verb.lower())}{' ' + particle if particle else ''}{rest}."


_GONE: Final = r"(?:sold|pawned|given away|gave away|thrown out|threw out|thrown away|threw away|donated|lent|swapped)"
_THROWN: Final = re.compile(r"\bthr(?:own|ew)\b", _I)
_SOLD: Final = re.compile(
    rf"^(?P<who>i|we|{_SOME}) (?:has |have |had )?(?:accidentally |mistakenly |just |only |by mistake )?(?:has |have )?(?P<gone>{_GONE}) (?P<what>(?:(?:an?|the|my|our|his|her|their) )?{_NOUN}(?:['’]s? {_NOUN})?)(?: by mistake| by accident)?"
    rf"(?: with (?P<with>[^.;!?,]+? (?:(?:sewn |hidden |still )?(?:in|inside|under) (?:it|its [a-z]+|them)|(?:sewn |hidden |still )?inside))|,? (?:and|but) (?P<in>(?:all )?(?:the|an?|my|our|his|her|their) {_NOUN}) (?:was|were|is|are) (?:hidden |sewn |still )?(?:in|inside)(?: it| them| (?:the|its) [a-z]+)?)(?P<rest>[.!?]*)$",
    _I,
)


def _sold(text: str) -> str | None:
    """ "Has sold his coat with a ticket in its pocket": it is to be got back, by whoever gave it away or, of one's own people, by the one who tells it."""
    match = _SOLD.match(text)
    if match is None:
        return None
    who, what = match["who"], match["what"]
    within = match["with"] or f"{match['in']} in it"
    what = re.sub(r"^an? ", "the ", what)
    from_where = " from the rubbish dump" if _THROWN.search(match["gone"]) else ""
    if re.match(r"(?:my|our) ", who, _I):
        said = re.sub(r"\b(?:his|her)\b", "the", f"{what} with {within}")
        return f"I must get {said} back{from_where}."
    return f"{who} must get {what} with {within} back{from_where}."


_DOOMED: Final = r"(?:destroyed|scrapped|closed|closed down|shut|shut down|sold|burned|burnt|torn down|pulled down|knocked down|demolished|melted down|banned|drowned|shot|put down|killed|removed|smashed|cut down|locked up|silenced|flattened|thrown out|kicked out|evicted|expelled|sacked|fired|disbanded|gone)"
_WANTED_GONE: Final = re.compile(
    rf"^(?P<clause>(?P<who>i|we|{_SOME}) (?:(?<=\bi )[a-z]+|(?<=\bwe )[a-z]+|[a-z]+(?:s|ed)|has|have|had|built|made|wrote|found|kept|drew|sewed|raise|keep|build|own|guard)\b.*?\b(?P<what>(?:an?|the|his|her|my|our|their) (?P<noun>(?:[a-z-]+ ){{0,2}}?[a-z-]+))(?P<rel> (?:that|which|who|for|in|with|to|on)\b[^.;!?]*?)?),? (?:and|but) (?P<foe>(?:the|an?|his|her|their) {_NOUN})"
    rf" wants? (?:it|him|her|them) {_DOOMED}(?: [^.;!?,]*)?(?P<rest>[.!?]*)$",
    _I,
)
_OURS_GONE: Final = re.compile(
    rf"^(?P<foe>(?:the|an?) {_NOUN}) wants? (?P<mine>(?:my|our) {_NOUN}) {_DOOMED}\b[^.;!?]*(?P<rest>[.!?]*)$", _I
)


def _doomed(text: str) -> str | None:
    """ "Builds a clock, and the mayor wants it destroyed": it is to be saved from the mayor."""
    if (match := _OURS_GONE.match(text)) is not None:
        foe = match["foe"][:1].lower() + match["foe"][1:]
        return f"{'We' if match['mine'].lower().startswith('our') else 'I'} must save {match['mine']} from {foe}."
    match = _WANTED_GONE.match(text)
    if match is None:
        return None
    who = "I" if re.match(r"(?:my|our|i)\b", match["who"], _I) else match["who"]
    return f"{who} must save the {match['noun']} from {match['foe']}."


_RIVALS: Final = re.compile(
    r"^two (?:rival |rivalling |competing |feuding |warring )?(?P<who>(?:[a-z-]+ ){0,2}?[a-z-]+s)\b(?P<told>[^.;!?]*?) each other['’]s (?P<what>(?:[a-z-]+ ){0,2}?[a-z-]+(?:s|work|music|food))\b(?P<rest>[^.;!?]*)[.!?]*$",
    _I,
)


def _rivals(text: str) -> str | None:
    """ "Two rival florists steal each other's roses": one of them plays, and makes peace with the other over the roses; not where a want is stated."""
    match = _RIVALS.match(text)
    if match is None or re.search(
        r"\b(?:must|ha(?:s|ve) to|wants?|needs?|try|decide|hope|swap|trade|raise|love(?! while)|help|share|save|read)\b",
        match["told"] + match["rest"],
        _I,
    ):
        return None
    one = lemma(match["who"].lower().split()[-1], "noun")
    if one is None or classify(one)[0] != "person":
        return None
    one = " ".join([*match["who"].lower().split()[:-1], one])
    article = "An" if one[0] in "aeiou" else "A"
    other = "another" if one in ("neighbour", "neighbor", "sister", "brother", "cousin", "friend") else "a rival"
    return f"{article} {one} must make peace with {other} {one} over the {match['what']}."


_UNSEEN: Final = re.compile(
    r"^an? (?:unknown |mysterious )?(?:stranger|unknown person|secret admirer|unseen hand) (?P<deed>(?:leaves|sends|puts|lays|brings|places|writes|paints|posts|drops|delivers) [^.;!?]*?\bevery (?:[a-z]+ )?(?:day|night|morning|evening|week|month|year|sunday|monday|tuesday|wednesday|thursday|friday|saturday))[.!?]*$",
    _I,
)


def _unseen(text: str) -> str | None:
    """ "A stranger sends my aunt a postcard every week": it is to be found out who does."""
    match = _UNSEEN.match(text)
    return f"I must find out who {match['deed']}." if match is not None else None


_WHERE: Final = r"(?P<where>(?:in|on|under|at|aboard|behind|inside) [^.;!?,]+?)"
_FOUND_LEFT: Final = re.compile(
    rf"^(?P<who>i|we|{_SOME}) (?:finds?|found|discovers?|discovered|comes? upon|came upon) an? (?P<what>{_NOUN}) (?:that (?:was |has been )?)?(?:left|forgotten|left behind|abandoned) {_WHERE}(?P<rest>[.!?]*)$",
    _I,
)
_ASLEEP: Final = re.compile(
    rf"^(?P<who>i|we|{_SOME}) (?:finds?|found|discovers?|discovered|comes? upon) (?P<what>an? (?:[a-z-]+ )?(?:man|woman|boy|girl|child|lady|stranger|passenger|grandfather|grandmother)) (?:fast |sound )?(?:asleep|sleeping) {_WHERE}(?P<rest>[.!?]*)$",
    _I,
)


def _left(text: str) -> str | None:
    """ "Finds a violin left on the stairs": it is found out whose it is, and who is found asleep is brought home."""
    if (asleep := _ASLEEP.match(text)) is not None:
        return f"{asleep['who']} must bring home {asleep['what']} asleep {asleep['where']}."
    match = _FOUND_LEFT.match(text)
    if match is None or match["what"].split()[-1] in (
        "note",
        "letter",
        "message",
        "map",
        "mess",
        "clue",
        "body",
        "key",
        "bomb",
        "window",
        "door",
        "light",
        "tap",
        "trail",
    ):
        return None
    who = re.sub(r"^(?:(?:my|our) .*)$", "I", match["who"], flags=_I)
    what, be = match["what"], "are" if match["what"].endswith("s") and not match["what"].endswith("ss") else "is"
    return f"{who} must find out whose {what} {be} {match['where']}."


_ONE_LAST_TIME: Final = re.compile(
    r"\b(?P<go>row|paddle|sail|drive|fly|walk|cycle|ride|swim|travel|go|climb|return|ski|hike) (?:just )?(?:one last time|one more time|once more|once again|a last time) (?=(?:back )?(?:to|up|down|into|across|over|through|home)\b)",
    _I,
)


def _going_once_more(text: str) -> str | None:
    """ "Wants to row one last time to the island": where one goes is told right behind the going."""
    return _ONE_LAST_TIME.sub(r"\g<go> ", text) if _ONE_LAST_TIME.search(text) else None


_PREFACED: Final = re.compile(
    r"^\s*(?:(?:so|imagine|suppose),? )?(?:what if|(?:a |the )?(?:short )?(?:story|tale|film|book|play) (?:about|of)|it is about|it's about|this is about) (?=[a-z])",
    _I,
)
_WHO: Final = re.compile(rf"^({_SOME}) who (?=(?:has|have|is|was|builds?|invents?|refuses|will|won['’]t|finds|keeps)\b)", _I)


def taken_side(premise: str) -> str | None:
    """A premise with what its hero is to do about what is told in it; None where it is of no such kind."""
    text = _PREFACED.sub("", premise.strip(), count=1)
    text = _WHO.sub(r"\1 ", text)
    text = text.strip().rstrip("?!.") + "."
    text = text[:1].upper() + text[1:]
    for rule in (_refusing, _until, _mine, _sold, _doomed, _rivals, _unseen, _left, _going_once_more):
        if (said := rule(text)) is not None:
            return said
    return None
