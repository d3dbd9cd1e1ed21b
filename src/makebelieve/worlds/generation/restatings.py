"""What a premise tells in a form that hides what is wanted, said as the want that it is: "has forgotten where he hid the eggs" is to find them."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise

_WHOSE: Final = r"(?:the|an?|my|our|his|her|their|its)"
_MANY: Final = r"(?:(?:two|three|four|five|six|seven|some|the|my|our) (?:[a-z-]+ ){0,2}?[a-z-]+s)"
_ASKING: Final = r"(?:who|whom|whose|what|why|how|where|which|whether)\b"
_PESTS: Final = (
    r"(?:moles|rats|mice|ants|wasps|hornets|termites|bedbugs|snails|slugs|caterpillars|cockroaches|fleas|moths|gremlins|goblins|gnomes|trolls"
    r"|raccoons|squirrels|pigeons|bats|spiders|snakes|weeds|woodworms?)"
)
_OUTLAWS: Final = (
    r"(?:[a-z-]+ ){0,2}?(?:outlaws?|bandits?|thief|thieves|robbers?|criminals?|fugitives?|smugglers?|killer|murderer|rustlers?|pirates?)"
)
_KEPT_LOST: Final = r"(?:broomsticks?|wands?|keys|shoes|boots|hats|tickets|passports|luggage|instruments|costumes|mittens|glasses|map|compass|ball|tent|boat|oars|horses|sheep|treasure|spellbook|bikes|bags|socks)"
_SOMEBODY: Final = (
    r"(?:man|woman|boy|girl|child|lady|stranger|voice|ghost|bird|cat|dog|creature|singer|musician|beggar|sailor|knight|robot)"
)


def _still_undone(match: re.Match[str]) -> str:
    """ "And nobody has baked the cake" as "and I must bake the cake"."""
    base = lemma(match[2].lower(), "verb")
    return f"{match[1]}I must {base} " if base else match[0]


def _stuck_here(match: re.Match[str]) -> str:
    """ "A unicorn is stuck in my bathroom" as "I must get the unicorn out of my bathroom"."""
    from_where = {"in": "out of", "on": "down from", "up": "down from", "under": "out from under", "behind": "out from behind"}
    return f"I must get the {match[1]} {from_where[match[2]]} {match[3]}"


def _does_still(match: re.Match[str]) -> str:
    """ "Everybody has left; one robot still sweeps the streets" as "A robot must sweep the streets"."""
    base = lemma(match[3].lower(), "verb")
    return f"{'a' if match[1].lower() == 'one' else match[1]} {match[2]} must {base} " if base else match[0]


def _wanted_of(match: re.Match[str]) -> str:
    """ "Wants the roses to bloom" as "must get the roses to bloom"; what somebody is wanted to do to something is not said so."""
    verb = tag(tokenise(f"they must {match[2]}"))[-1]
    return f"must get {match[1]} to {match[2]}" if verb.tag in ("V", "VD") else match[0]


_OTHER_TIME: Final = r"[^.,;!?]*\b(?:century|age|ages|past|future|era|time|year|\d{3,4})\b"
_NUISANCES: Final = (
    r"(?:waking|barking|howling|stealing|eating|biting|chasing|breaking|ringing|knocking|digging|playing|singing|shouting|drumming|practising|parking|throwing|dropping"
    r"|climbing|crowing|meowing|scaring|frightening|blocking|calling|blowing|cheating|complaining|copying|honking|spitting|pecking|trampling)"
)
_RAIDERS: Final = r"(?:pirates|bandits|aliens|trolls|goblins|robbers|thieves|smugglers|kidnappers|vikings|raiders|soldiers|outlaws|wolves|witches|giants|ogres|robots|gangsters|poachers|monkeys|crows|magpies|foxes)"
_TAKEN: Final = {"took": "taken", "stole": "stolen", "abducted": "kidnapped", "ate": "eaten", "hid": "stolen", "broke": "broken"}
_HOSTS: Final = (
    r"(?:[a-z]+ )?(?:clown|magician|singer|drummer|goalkeeper|actor|actress|pianist|teacher|cook|chef|dj|band|referee|lifeguard|babysitter|conductor|narrator|driver|guide|judge"
    r"|photographer|organist|violinist|trumpeter|speaker|waiter|waitress|priest|vicar|ringmaster|dancer|lead)"
)


def _nuisance(match: re.Match[str]) -> str:
    """ "The man upstairs keeps playing the trumpet" as "I must stop the man upstairs from playing the trumpet"."""
    return f"I must stop {_small(match[1])} from {match[2]}"


def _done_to_mine(match: re.Match[str]) -> str:
    """ "A seagull stole my ring" as "A seagull has stolen my ring": what has happened and is to be set right."""
    return f"{match[1]} has {_TAKEN.get(match[2].lower(), match[2])} "


def _small(text: str) -> str:
    """The text as it stands inside a sentence."""
    return text[:1].lower() + text[1:]


def _heard(match: re.Match[str]) -> str:
    """ "Hears the dinosaurs walking" as "must find out why the dinosaurs are walking"."""
    many = match[1].endswith("s") and not match[1].endswith("ss")
    return f"must find out why {match[1]} {'are' if many else 'is'} {match[2]}"


def _let_loose(match: re.Match[str]) -> str:
    """ "A baker's dough escapes" as "A baker must catch the dough"; who escapes plays."""
    return match[0] if classify(match[3])[0] in ("person", "group") else f"{match[1]} must catch the {match[2] or ''}{match[3]}"


def _does_bravely(match: re.Match[str]) -> str:
    """ "A little tugboat pulls" as "A little tugboat must pull"."""
    base = lemma(match[2].lower(), "verb")
    return f"{match[1]} must {base} " if base and classify(match[1].split()[-1])[0] == "vehicle" else match[0]


_DRIVEN: Final = r"(?:blackmailed|forced|tricked|talked|coaxed|pressed|pressured|roped|bullied|lured|tempted|pushed|persuaded|coerced)"


def _driven_to(match: re.Match[str]) -> str:
    """ "Is blackmailed into copying a Vermeer" as "must copy a Vermeer"."""
    base = lemma(match[1].lower(), "verb")
    return f"must {base} " if base and base != match[1].lower() else match[0]


_SEEN_TO: Final = "protected|saved|rescued|repaired|fixed|mended|cleaned|defended|guarded|delivered|found|fed|hidden|freed|cured|moved|rebuilt|restored|woken|stopped|replaced|returned|watered|painted|fetched"


def _seen_to(match: re.Match[str]) -> str:
    """ "The last tree needs to be protected from the loggers" as "I must protect the last tree from the loggers"."""
    base = lemma(match[2].lower(), "verb")
    return f"I must {base} {match[1][:1].lower()}{match[1][1:]}" if base else match[0]


RESTATINGS: Final = (
    (re.compile(rf"\b(?:((?:must|to|and must|has to|have to) ))?(?:investigate|look into|puzzle out) (?={_ASKING})", re.IGNORECASE), lambda match: f"{match[1] or 'must '}find out "),
    (re.compile(rf"\b(?:investigates|looks into|puzzles out|is investigating) (?={_ASKING})", re.IGNORECASE), "must find out "),
    (re.compile(  # "hears an old man sing and finds out who he is"
        rf"\b(?:hears?|sees?|meets?|watch(?:es)?|notices?) an? ((?:[a-z-]+ ){{0,2}}?{_SOMEBODY})\b[^.,;!?]{{0,30}}? and (?:finds?|must find|wants to find|tries to find) out"
        r" (who|what|where|why) (?:he|she|it) ((?:really |truly )?(?:is|comes from|lives|sings|weeps|cries|hides))\b", re.IGNORECASE),
        r"must find out \2 the \1 \3"),
    (re.compile(rf"\band (?:then )?finds out (?={_ASKING})", re.IGNORECASE), "and must find out "),
    (re.compile(r"^(?:you must |i must )?stand (?=(?:up (?:to|for|against)|against|alone|firm|guard|your ground)\b)", re.IGNORECASE), "I must stand "),
    (re.compile(  # an animal is stuck at home: it is others who get it out
        r"^(?:an?|the|some|one) ((?!door|window|key|drawer|zip|lid|lift|elevator)(?:[a-z-]+ ){0,2}?[a-z-]+) (?:is|are|got|has got|gets) (?:stuck|trapped|caught|wedged)"
        r" (in|on|up|under|behind) ((?:my|our)\b[^.,;!?]*)", re.IGNORECASE), _stuck_here),
    (re.compile(r"^(the [^.,;!?]{3,60}?) must (?:never|not) (fail|collapse|break down|fall apart)(?=[.,;!?]|$)", re.IGNORECASE), r"I must make sure that \1 succeed"),
    (re.compile(
        r"^(?:the )?(?:humans|people|humanity|mankind|everyone|everybody|all the [a-z]+)\b[^.,;!?]*?\b(?:left|gone|vanished|disappeared|died out|moved away)\b[^.,;!?]*[;,.]"
        r" (?:and |but |only )*(one|an?|the last) ((?:[a-z-]+ )?[a-z-]+) still ([a-z]+s) ", re.IGNORECASE), _does_still),
    (re.compile(r"^(?:you are )?(one|an?|the last) ((?:[a-z-]+ )?[a-z-]+) still ([a-z]+s) (?=(?:the|his|her|its|an?)\b)", re.IGNORECASE), _does_still),
    (re.compile(r"^((?:the|an?) [^.,;!?]{3,40}?) (?:took|have taken|has taken|snatched|have snatched|carried off|have carried off|swallowed|has swallowed) ((?:my|our) [a-z]+)(?: away)?(?=[.!?]|$)", re.IGNORECASE), r"I must get \2 back from \1"),
    (re.compile(r"\b[Tt]he name of ((?:the|my|our|his|her) (?:ship|boat|raft|train|car|plane|inn|house|town|village|island|farm|shop|school|star|planet|rocket|castle|sword)) (?:was|is) [A-Z]\w+"), r"The story of \1"),
    (re.compile(r"^((?:the|an?) (?:[a-z-]+ ){0,2}?[a-z-]+) (she|he|they|i|we) (?:has|have|had) to ([a-z]+)(?=[.!?]|$)", re.IGNORECASE), r"\2 must \3 \1"),
    (re.compile(
        rf"(\b(?:and |but )|^)nobody has ((?:re)?(?:baked|cooked|made|fed|washed|written|bought|packed|cleaned|watered|built|invited|decorated|ordered|painted|sewn|ironed"
        rf"|milked|repaired|fixed|rung|lit|warned|told|prepared|booked|brought|walked|mended|wrapped|picked|planted|swept)) (?={_WHOSE}\b)", re.IGNORECASE), _still_undone),
    (re.compile(r"(\bwho (?:can['’]?t|cannot|can not|could not|couldn['’]t|never|does not|doesn['’]t|did not|didn['’]t|failed|is|has)\b[^.,;!?]*?) wants? to hide (?:it|that|this|the truth|the fact)(?=[.,;!?]| (?:from|until|before)\b|$)", re.IGNORECASE), r"\1 wants to keep the secret"),
    (re.compile(r"\bwants? ((?:the|his|her|my|our|their|its) [a-z]+(?: [a-z]+)?) to (bloom|blossom|flower|grow|ripen|rise|bounce|ring|shine|work|start|glow|sing|sprout|thrive|tick|float|fly|hatch|dry|melt|freeze)(?=[.,;!?]| (?:again|by|before|in|at|for|this|once|on)\b|$)", re.IGNORECASE), _wanted_of),
    (re.compile(rf"\b(?:discovers?|finds?|notices?|has|have) ({_PESTS}) in ({_WHOSE} [a-z]+)(?=[.!?]|$)", re.IGNORECASE), r"must get the \1 out of \2"),
    (re.compile(
        r"^(?:my|our|the) ((?:[a-z]+ )?(?:cake|soufflé|souffle|pie|pudding|bread|dinner|gingerbread house|roast|lasagne)) (?:has |have )?(?:collapsed|fell|fallen|burned|burnt|sank|sunk"
        r"|exploded|melted|flopped)(?: apart| over| down| in)?\b", re.IGNORECASE), r"I must bake a new \1"),
    (re.compile(
        r"^(my|our|the) ((?:[a-z]+ )?(?:tent|tower|set|stage|float|sandcastle|bridge|treehouse|tree house|fence|snowman|raft|stall|marquee)) (?:has |have )?(?:collapsed|fell|fallen|burned|burnt|burned|toppled)"
        r"(?: apart| over| down| in)?\b", re.IGNORECASE), lambda match: f"I must rebuild {match[1].lower()} {match[2]}"),
    (re.compile(rf"^({_MANY}) lose (their|the) (?=(?:[a-z]+ )?{_KEPT_LOST}\b)", re.IGNORECASE), r"\1 have lost \2 "),
    (re.compile(r"\b(?:has |have )?(?:forgotten|forgets?|forgot|cannot remember|can['’]?t remember|doesn['’]t remember|does not remember) where (?:he|she|they|it|i|we) (?:has |have |had )?(?:hid|hidden|put|buried|left|parked|stored|kept|laid) ((?:the|his|her|their|its|my|our) [a-z-]+(?: [a-z]+)?)(?=[.,;!?]| (?:and|but|before)\b|$)", re.IGNORECASE), r"must find \1"),
    (re.compile(r"(\b(?:must|has to|have to|needs? to) [^.,;!?]+? )(?:only |just |about )?(?:half an|an?|one|two|three|four|five|six|ten|twenty|thirty) (?:hours?|minutes?) before (?=(?:the|his|her|my|our|their|an?)\b)", re.IGNORECASE), r"\1before "),
    (re.compile(rf"\bbring in (?=(?:the|an?) {_OUTLAWS}\b)", re.IGNORECASE), "catch "),
    (re.compile(rf"\bbrings in (?=(?:the|an?) {_OUTLAWS}\b)", re.IGNORECASE), "must catch "),
    (re.compile(
        r"^(?:an?|the) ((?:[a-z-]+ ){0,2}?[a-z-]+) (?:has|have) (?:suddenly |just )?stopped (laying|giving|purring|barking|crowing|singing|eating|hopping|flying)\b", re.IGNORECASE),
        lambda match: f"I must get the {match[1]} to {lemma(match[2].lower(), 'verb') or match[2]}" + " again" * (match.end() == len(match.string.rstrip(". !")))),
    (re.compile(
        r"^((?:the|my|our) (?:neighbou?rs?|landlord|boss|lodger|mayor|baker|teacher)['’]s [a-z]+(?: [a-z]+)?|(?:the|my|our) [a-z]+(?: [a-z]+)?"
        rf" (?:next door|upstairs|downstairs|across the street|over the road|in the flat above)) (?:always )?keeps? ({_NUISANCES}\b)", re.IGNORECASE), _nuisance),
    (re.compile(
        rf"\b(?:falls|tumbles|slips|stumbles|is sucked|is pulled|is swept|is blown|sinks) (?:through|down|into) (?:an?|the|his|her|their) [^.,;!?]*? (?:into|to) ((?:an?|the) (?!{_OTHER_TIME})[^.,;!?]+)(?=[.!?]|$)", re.IGNORECASE),
        r"must get home from \1"),
    (re.compile(r"\b(?:wakes|meets|summons|hires|conjures up|frees) an? ([a-z]+(?: [a-z]+)?) who (?:only|just) wants (breakfast|lunch|dinner|supper|tea|pancakes|soup|cake|toast|porridge)(?=[.!?]|$)", re.IGNORECASE), r"must make \2 for the \1"),
    (re.compile(rf"^((?:the |some )?(?:[a-z]+ )?{_RAIDERS}) (kidnapped|stole|captured|abducted|took|robbed|carried off) (?={_WHOSE}\b)", re.IGNORECASE), lambda match: f"{match[1]} have {_TAKEN.get(match[2].lower(), match[2])} "),
    (re.compile(r"\b(?:hears|sees|notices|watches) (the [a-z]+(?: [a-z]+)?) ([a-z]+ing(?: (?:at|in|on|by|under|behind|all|every) [^.,;!?]+)?)(?=[.!?]|$)", re.IGNORECASE), _heard),
    (re.compile(r"\b(I|we) (?:have |had )?promised (?:(?:my|the|our) [a-z]+|[A-Z][a-z]+|her|him|them)? ?(?:that )?(?:I|we) (?:would|will|could) (?!not\b|never\b)(?=[a-z])"), r"\1 must "),
    (re.compile(
        r"^(?:my|our) [a-z]+(?: [a-z]+)? (?:accidentally |has )?(?:turned|dyed|painted) (my|our) (hair|face|skin|dog|cat|dress|car|house|bike|room|wedding dress|fur|beard|nose|teeth|suit) "
        r"(?:bright |all )?(?:green|blue|pink|purple|orange|yellow|red|grey|black|white)\b", re.IGNORECASE), r"I must put \1 \2 right"),
    (re.compile(r"^(an? (?:little|small|tiny|brave|old|plucky|lonely|rusty|tired) [a-z]+) ((?!is\b|has\b|was\b)[a-z]+s) (?=(?:an?|the|his|her|its)\b)", re.IGNORECASE), _does_bravely),
    (re.compile(
        r"\b(?:digs the wrong way|takes the wrong (?:turn|train|bus|tunnel|path|plane|ferry)|takes a wrong turn|gets off at the wrong stop|gets on the wrong (?:train|bus|plane)) and"
        rf" (?:comes out|ends up|arrives|lands|surfaces|finds (?:her|him|it)self) (?:in|at|on) ((?!{_OTHER_TIME})[^.,;!?]+)(?=[.!?]|$)", re.IGNORECASE), r"must get home from \1"),
    (re.compile(rf"^((?:the|our|my) {_HOSTS}(?: (?:at|for|of|in) [^.,;!?]+?)?) (?:did not|didn['’]t|has not|hasn['’]t|does not|doesn['’]t|will not|won['’]t|never) (?:show up|come|turn up|shown up|turned up|arrived?|came|showed up)(?=[.!?]|$)", re.IGNORECASE), lambda match: f"I must stand in for {_small(match[1])}"),
    (re.compile(r"^((?:an?|the|my|our) [a-z]+)['’]s ([a-z]+ )?([a-z]+) (?:escapes|has escaped|escaped|runs off|breaks loose)\b", re.IGNORECASE), _let_loose),
    (re.compile(
        r"^(i|we|(?:the|an?) [a-z]+(?: [a-z]+)?) (?:has |have )?(?:accidentally )?(?:left|forgot) (his|her|my|our|their) (?!job|home|family|wife|husband|village|mark|old|life|country|hometown)([a-z]+(?: [a-z]+)?)"
        r" (?:on|at|aboard|in) ((?:the |a )?[A-Za-z][^.,;!?]*)(?=[.!?]|$)", re.IGNORECASE), r"\1 must get \2 \3 back from \4"),
    (re.compile(r"^((?:my|our) [^.,;!?]{3,40}? is (?:really |secretly |actually )?an? [^.,;!?]{3,30}?),? (?:and|but) ((?:the|my|our) [a-z]+(?: [a-z]+)?) (?:must not|may not|must never|cannot|can['’]t|mustn['’]t) (?:find out|know)(?=[.!?]|$)", re.IGNORECASE), lambda match: f"I must keep {match[2]} from finding out that {_small(match[1])}"),
    (re.compile(r"\b(?:gets|is|was|has been|got) (?:fired|sacked|dismissed|thrown out) (?:from|by) ((?:the|his|her|their) [^.,;!?]*?(?:workshop|shop|factory|bakery|circus|restaurant|band|orchestra|theatre|school|kitchen|museum|zoo|office|hotel|choir|team))(?=[.!?]|$)", re.IGNORECASE), r"must win back a place at \1"),
    (re.compile(r"^(my|our|the) ([a-z]+(?: [a-z]+)?) (?:has |have )?(?:blew|blown|flew|flown|drifted|floated|rolled|was blown|were blown|was washed|were washed) (?:away|off|out to sea)\b", re.IGNORECASE), lambda match: f"I must get {match[1].lower()} {match[2]} back"),
    (re.compile(r"^((?:an?|the) [a-z]+(?: [a-z]+){0,2}?) (stole|took|ate|hid|broke|swallowed|kidnapped) (?=(?:my|our)\b)", re.IGNORECASE), _done_to_mine),
    (re.compile(r"^(?:the|an?) [a-z]+(?: [a-z]+)? (?:really |actually |accidentally )?(?:made|has made|makes) ((?:my|our) [a-z]+(?: [a-z]+)?) (?:really )?(?:disappear|vanish)(?=[.!?]|$)", re.IGNORECASE), r"\1 has vanished"),
    (re.compile(r"^((?:an?|the) [a-z]+(?: [a-z]+){0,2}?) (?:challenges|has challenged|challenged) (me|us|(?:my|our) [a-z]+) to (an? [^.,;!?]*?(?:contest|duel|race|match|game|fight|tournament))(?=[.!?]|$)", re.IGNORECASE),
        lambda match: f"{ {'me': 'I', 'us': 'we'}.get(match[2].lower(), match[2]) } must win {match[3]} against {_small(match[1])}"),
    (re.compile(r"^((?:an?|the) [^.,;!?]{3,40}?) (?:asks|asked|has asked|begs) (?:me|us) for (an? [a-z]+(?: [a-z]+)?)(?=[.!?]|$)", re.IGNORECASE), lambda match: f"I must get {match[2]} for {_small(match[1])}"),
    (re.compile(r"^(?:my|our) (?:[a-z]+ )?[a-z]+ (?:digs up|dug up|has dug up|brings home|brought home|drags in|fishes out|comes home with|came home with) (?=an? )", re.IGNORECASE), "I find "),
    (re.compile(r"\b(hears|sees|smells) an? ([a-z]+(?: [a-z]+)?) (?:that|which|who|whom) nobody else (?:hears|sees|smells|can (?:hear|see|smell))(?=[.!?]|$)", re.IGNORECASE), r"must find out why nobody else \1 the \2"),
    (re.compile(r"^((?:the )?[a-z]+s) are (extinct|a myth|not real|only a legend),? (?:or|at least) so [^.!?]*", re.IGNORECASE), lambda match: f"I must find out whether {_small(match[1])} are really {match[2]}"),
    (re.compile(r"^((?:the|an?|my|our) [^.,;!?]{3,40}?) (?:was|were|has been|got|is) (?:blown|thrown|kicked|carried|lifted|swept) (?:onto|up|on top of|on) ((?:the|a|an|our|my) [^.,;!?]+)(?=[.!?]|$)", re.IGNORECASE),
        lambda match: f"I must get {_small(match[1])} down from {match[2]}"),
    (re.compile(r"^((?:the|my|our) [^.,;!?]{3,40}?) (?:is|are|has grown|have grown) too (?:big|large|heavy|wide|tall|fat|long) to (?:leave|get out of|come out of|fit through|go through|pass through) ((?:the|my|our|its|his|her) [^.,;!?]+)(?=[.!?]|$)", re.IGNORECASE),
        lambda match: f"I must get {_small(match[1])} out of {match[2]}"),
    (re.compile(r"\b(?:has|have) run out of everything (?:but|except) (?=[a-z])", re.IGNORECASE), "must make do with "),
    (re.compile(r"\bplans? (?:an? |the )?(?:[a-z]+ )?(?:heist|robbery) (?:on|at|of) (?=(?:the|an?)\b)", re.IGNORECASE), "must rob "),
    (re.compile(r"\b(?:forgets?|has forgotten|forgot) (his|her|the|my) (lines|lyrics|speech|password|combination|cue|cues)\b", re.IGNORECASE), r"must remember \1 \2"),
    (re.compile(r"\b(postman|postwoman|mailman|courier|paperboy|messenger) has (?:only )?one (letter|parcel|package|paper|message) left(?: (?:and|but) no address)?\b", re.IGNORECASE), r"\1 must deliver the last \2"),
    (re.compile(r"^((?:my|our) [a-z]+) is a robot,? (?:and|but) (?:it|he|she) (?:is|has) (?:malfunctioning|broken|gone wrong|broken down)(?=[.!?]|$)", re.IGNORECASE), lambda match: f"I must repair {_small(match[1])}"),
    (re.compile(
        r"^((?:the|our|my) [a-z]+ (?:is|are) [a-z]+ing),? (?:and|but) the (?:captain|pilot|driver|skipper|guide|crew) (?:has|have) (?:left|fled|run away|jumped overboard|gone)(?=[.!?]|$)", re.IGNORECASE), r"\1"),
    (re.compile(rf"^((?:the|an?|my|our) [^.,;!?]{{3,60}}?) (?:needs?|has|have|must) (?:to )?(?:quickly |urgently )?be ({_SEEN_TO})\b(?! by\b)", re.IGNORECASE), _seen_to),
    (re.compile(rf"\b(?:is|are|was|were|gets?|got) (?:being )?{_DRIVEN} into ([a-z]+ing) (?=[a-z])", re.IGNORECASE), _driven_to),
    (re.compile(rf"\b(?:is|are|was|were|gets?|got) (?:being )?{_DRIVEN} into (?:one last|one more|one final|a last|another|an?|the) (bank|museum|train|casino|palace|diamond|jewel) (?:heist|robbery|job)\b", re.IGNORECASE), r"must rob the \1"),
    (re.compile(r"\brobot vacuum cleaner(s?)\b", re.IGNORECASE), r"robot vacuum\1"),
    (re.compile(r"^(the|an?|our|my) (rooster|cock|cockerel|bugler|bell ringer|muezzin) wakes ([^.,;!?]+?) from ((?:\w+ ?){1,2}(?:o['’]clock)?)(?=[.!?]|$)", re.IGNORECASE), r"\1 \2 must wake \3 at \4"),
)  # fmt: skip


def restated(text: str) -> str:
    """The text with every such clause said as what is wanted."""
    for pattern, said in RESTATINGS:
        text = pattern.sub(said, text)
    return text
