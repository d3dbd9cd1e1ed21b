"""Ways of saying a wish that are told otherwise as a whole before it is read: backwards, as a worry, as a dream."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma

_YOU: Final = r"(?:you|one|the player|I|we|he|she|they|(?-i:[A-Z])\w+)"
_Q: Final = r"(?:\"[^\"]+\"|'[^']{3,}'(?!\w))"
_TURNED: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        # what is said besides: that the rest stays, why
        (
            r"(?P<a>.+?),? (?:and |but )?(?:leave )?(?:all )?the (?:rest|others?|other (?:places|rooms|scenes))(?: (?:stays?|remains?|can stay|should stay|may stay|is fine|are fine|as (?:it|they)|keeps?|alone)\b.*)",
            r"\g<a>",
        ),
        (
            r"(?P<a>.+?), (?:nobody|no one|I|we) (?:needs?|likes?|wants?|uses?|visits?|(?:don't|do not|never) (?:need|like|want|use)) (?:it|him|her|them|this|that)(?: anyway| at all| any ?more)?(?P<b>, (?:and|but) .+|)",
            r"\g<a>\g<b>",
        ),
        (
            r"(?P<a>(?:call|rename|name|make|turn) .+?), (?:(?-i:[A-Z])\w+|that|it|the \w+) (?:is|isn't|is not|sounds|are) (?:so|too|very|such|really|not|no|a bit|just) .+",
            r"\g<a>",
        ),
        (r"(?P<a>(?:change|replace|turn|swap|exchange) [^\"']+?) everywhere", r"\g<a>"),
        (r"(?P<a>(?:more|lots of|many) [a-z]+), (?P<b>everywhere|all over(?: the place)?)", r"\g<a> \g<b>"),
        (r"(?P<a>.+? should (?:just |simply )?(?:lead|take|bring|send) .+?),? (?:and )?(?:not|instead of|rather than) .+", r"\g<a>"),
        (r"take (?P<t>(?:the |that )?[\w' -]+?) (?:out|away)", r"take out \g<t>"),
        (r"(?P<a>.*?)\bsomewhere (?P<b>(?:near|behind|next to|between|close to)\b.*)", r"\g<a>\g<b>"),
        # who somebody is
        (r"(?P<t>.+?) should be (?P<v>an? [\w -]+?) instead,? (?P<n>(?-i:[A-Z])[\w' -]+)", r"\g<t> should be \g<v> called \g<n>"),
        (r"(?P<t>.+?) should be (?P<v>an? [\w -]+?) instead", r"\g<t> should be \g<v>"),
        (
            r"(?P<t>(?:the |that )[\w' -]+?|(?-i:[A-Z])[\w' ]+?) (?:frightens?|scares?|bores?|confuses?|annoys?|upsets?|disturbs?|worr(?:y|ies)) (?:my|our|the|me|us|her|him|them)\b[^,.!]*[,.!] ?(?:please |maybe |perhaps |so )?(?:could|can|should|let|make|may|might|why not make)? ?(?:it|him|her|them|he|she|they|that)? ?(?:please )?(?:be |to be |become )?(?P<v>(?:an?|some) .+?)(?: instead)?",
            r"\g<t> should be \g<v>",
        ),
        (
            r"instead of (?P<t>.+?),? (?:I want|I'd like|I would like|there should be|let there be|use|take|have|put|we want|give me|it should be|make it|I'd prefer) (?P<v>an? [\w' -]+?, (?-i:[A-Z])[\w' ]+)",
            r"replace \g<t> with \g<v>",
        ),
        (
            r"(?P<who>(?-i:[A-Z])[\w.' ]+?|the [a-z]+) knows (?:that )?(?P<v>.+?)(?:,? (?:and )?(?:he|she|they|it)(?:'ll| will| should|'d| would| can) (?:say|tell|admit|reveal)s?\b.*)?",
            r"\g<who> should know that \g<v>",
        ),
        (
            r"(?P<a>(?:put|add|place|have|there should be) .+?) (?:that |who |which |whom |where )?(?:one|you|I|we|the player) (?:can|could|may|should) (?:be able to )?(?:talk|chat|speak) (?:to|with)",
            r"\g<a> that you can talk to",
        ),
        (
            rf"{_YOU} should (?:only )?(?:get|receive|be given|have) (?P<np>the .+?) (?:only )?(?:after|once|when|if) (?:{_YOU} )?(?:has |have |had )?help(?:ed|s|ing)? (?P<who>.+)",
            r"\g<who> should give you \g<np>",
        ),
        # choices, endings
        (
            r"(?:in|at|on|inside) (?P<t>[^,]+?),? (?:one|you|the player|I|we) should (?:be able to )?(?P<v>find .+)",
            r"you should \g<v> in \g<t>",
        ),
        (
            r"(?:you|one|the player) should be able to (?P<v>(?:flee|escape|climb|look|peek|jump|shout|wave|spy|fish|dive|radio|call|phone|signal|see|watch|hear|listen|shoot|throw) .+?) from (?P<t>the .+)",
            r"in \g<t> you should be able to \g<v>",
        ),
        (
            r"(?:add|put|offer|make|create|there should be) (?:an? )?(?:new )?(?:choice|option|button) (?:in|at|on) (?P<t>.+?) (?:to|where you(?: can)?) (?P<v>.+?),? (?:which|that|and (?:that|it|this)|but (?:that|it|this)) (?:should |will )?(?:kills?|ends? (?:the game|it|everything|the story|badly)|is deadly|gets? you killed|loses?|makes? you (?:lose|die)|leads? to (?:death|a (?:bad|losing) ending))(?: you| the game)?(?: at once| instantly)?",
            r"add a losing ending if you \g<v> in \g<t>",
        ),
        (
            rf"(?:what if |let it be that |maybe |perhaps |imagine )?{_YOU} (?:could|can|should|might|would) (?:be able to )?(?P<v>.+?),? (?:and )?(?:that|this|which|it) (?:would|could|should|will|'d) be (?:an?|another|the) (?P<k>bad|good|losing|winning|sad|happy|funny) ending",
            r"you should \g<v> as a \g<k> ending",
        ),
        (
            r"(?:if|when|once) (?P<c>.+?),? (?:then )?(?:the (?:story|game)|it|everything) (?:should )?(?:be |is |'s )?(?:over|ends?|lost|all over|done)(?: badly)?",
            r"add a losing ending if \g<c>",
        ),
        (r"(?P<a>(?:an?|another|one more) (?:[a-z]+ )?ending),? (?:in which|where) (?P<b>.+)", r"add \g<a> where \g<b>"),
        (
            r"(?P<s>.+?) should (?P<v>(?:turn|show) up|appear|come(?: back)?|return|be there)(?: again)? (?:at|in) (?:the )?(?:very )?end(?:ing)? and (?P<w>.+)",
            r"at the end \g<s> should \g<v> and \g<w>",
        ),
        (
            rf"(?P<q>{_Q}) (?:sounds?|is|seems?|feels?|reads?) .+?[,.;] ?(?:please )?(?:find|choose|use|take|pick|think of|write) (?P<v>something .+)",
            r"change \g<q> to \g<v>",
        ),
        (
            rf"(?:the )?(?P<n>first|second|third|fourth|last|1st|2nd|3rd) (?P<o>objective|step|task)(?: text)?: ?(?P<q>{_Q})",
            r"the \g<n> \g<o> should read \g<q>",
        ),
        (
            rf"{_YOU} should be able to (?:go|get|walk|climb|come|return)(?: back| down| up| straight| over| directly)+ from (?P<a>.+?) (?:in)?to (?P<b>.+)",
            r"add a way from \g<a> to \g<b>",
        ),
        (
            r"(?:could |can |would )?(?P<t>.+?) (?:should |could |can |may )?be (?:replaced|swapped|exchanged|substituted) (?:with|by|for) (?P<v>.+)",
            r"replace \g<t> with \g<v>",
        ),
        (
            rf"if (?:she|he|they|you|one|the player) (?P<c>.+?),? {_YOU} (?:should )?(?P<v>[a-z]+ .+?)[,:(]+ ?(?:a |as a |that is a )?(?:bad|losing) end(?:ing)?\)?",
            r"add a losing ending if \g<c>",
        ),
        (
            r"(?P<w>each time|every time|whenever) (?P<c>[^,]+? (?:someone|somebody|anyone|people|him|her|them|it)) (?P<s>(?:an?|the|some) .+? should .+)",
            r"\g<w> \g<c>, \g<s>",
        ),
        (
            r"(?:halve|cut) (?:the length|the game|the world|the story|it)(?: in half| by half)?(?: of (?:it|the (?:game|story|world)))?",
            r"make the game half as long",
        ),
        (
            r"(?:his|her|their|the (?:hero|heroine|player|main character)(?:'s)?) name (?:is|should be|shall be) (?P<n>(?-i:[A-Z])[\w' -]+)",
            r"rename the player to \g<n>",
        ),
        (
            r"(?P<who>(?-i:[A-Z])[\w' ]+?|the [a-z]+) (?:should )?wants? (?P<np>(?:an?|some) .+?) before (?:he|she|they|it) (?:gives?|lets?|hands?)(?: over)?(?: you| the player)?(?: have| take)? (?P<i>the .+?)(?: to you)?",
            r"you should get \g<i> only after giving \g<who> \g<np>",
        ),
        (
            r"(?:delete|remove|cut|drop|close|take out|get rid of) the (?:one|way back|path back|button|choice|option|link)(?: that leads| leading)? from (?P<a>.+?) (?:back )?to (?P<b>.+)",
            r"remove the way from \g<a> to \g<b>",
        ),
        (
            r"make (?P<t>.+?) (?:much |a bit |a little )?(?:harder|more difficult|trickier) to (?:find|spot|notice|discover)",
            r"hide \g<t> better",
        ),
        (
            r"(?P<t>.+?) should be (?:much |a bit |a little )?(?:harder|more difficult|trickier) to (?:find|spot|notice|discover)",
            r"hide \g<t> better",
        ),
        (
            r"(?:(?:tell|show|see|play|have) (?:it|everything|the story) )?through (?:(?-i:[A-Z])\w+?'?s?'?|my|his|her|their|the \w+'s) (?:own )?eyes",
            r"first person",
        ),
        (
            r"(?:(?:I want|put|add|make|there should be) )?(?:one more|another|an extra|an additional) (?:lock|obstacle|barrier|hurdle) (?:in front of|before|on the way to|at|to) (?P<t>.+)",
            r"add another lock before \g<t>",
        ),
        (
            r"(?P<a>(?-i:[A-Z])[\w. ]+?) is (?:really |actually |in fact )?(?P<b>(?:(?-i:[A-Z])\w+|the \w+)(?:'s|')|his|her|my|our) (?P<r>(?:[a-z]+ )?(?:father|mother|brother|sister|uncle|aunt|grand\w+|son|daughter|cousin|friend|wife|husband|boss|neighbour|teacher|twin))",
            r"\g<a> should be \g<b> \g<r>",
        ),
        (r"(?P<a>(?-i:[A-Z])[\w. ]+?|the [a-z]+) (?:talks|speaks) (?P<how>(?:like|in|as if|with) .+)", r"\g<a> should talk \g<how>"),
        (
            r"I (?:don't|do not|dont) (?:want|like) (?:the |any |those |these )?(?P<t>[\w' -]+?)[.,;!] ?(?:I want |make (?:it|them) |use |take |but |let it be |let them be )?(?P<v>(?:an? )?(?!but\b|it\b|they\b|he\b|she\b|make\b|please\b|remove\b|take\b|so\b|can\b|could\b)[\w-]+(?: [\w-]+)?)(?: instead)?",
            r"replace the \g<t> with \g<v>",
        ),
        (
            r"(?P<s>.+?) should (?P<v>(?:turn|show) up|appear|come(?: back)?|return|be there)(?: again)? (?:at|in) (?:the )?(?:very )?end(?:ing)? (?P<w>with .+)",
            r"at the end \g<s> should \g<v> \g<w>",
        ),
        (
            r"(?:let |make |have )(?P<c>the (?:very )?(?:last|first|final|second|third) (?:choice|button|option)(?: (?:in|at|on) .+?)?) (?:be|say|read)(?: called| named)?:? (?P<v>.+)",
            r"\g<c> should be called \g<v>",
        ),
        (
            r"(?:call|name|title) (?P<m>(?:the )?(?:first|second|third|main|side|last) (?:mission|quest)|(?:mission|quest) \d) (?P<v>.+)",
            r"\g<m> should be called \g<v>",
        ),
        (
            r"turn (?P<t>.+?) into (?P<v>an? (?:[a-z]+ )?(?:party|wedding|funeral|feast|festival|carnival|concert|picnic|banquet|ball|fair)\b.*)",
            r"make \g<t> look like \g<v>",
        ),
        (r"(?:scrap|ditch|bin|dump|axe|leave out|do away with|throw away) (?P<t>.+)", r"remove \g<t>"),
        (
            rf"(?P<q>{_Q}) (?:is|sounds|feels|seems) (?:a bit |far |way |much )?(?:too|so|very|really) (?:sad|harsh|scary|mean|cruel|grim|dark|negative|hard|discouraging|depressing|brutal)\b.*",
            r"change \g<q> to something kinder",
        ),
        (
            r"(?P<t>.+?)(?: door| gate)? should (?:need|take|ask for|require) (?:two|three|more|several|other) (?:things|items|objects|keys)(?: to (?:open|get in))?",
            r"add another lock before \g<t>",
        ),
        (
            r"(?P<t>(?-i:[A-Z])[\w. ]+?|the [a-z]+) (?:should|must) be (?P<v>[a-z]+) but lie",
            r"\g<t> should be \g<v>. \g<t> should lie about everything",
        ),
        (
            r"(?P<t>(?-i:[A-Z])[\w. ]+?|the [a-z]+) (?:should|must) be (?P<v>[a-z]+) but (?P<w>(?:lie|cheat|say|pretend|keep|tell)\b.*)",
            r"\g<t> should be \g<v>. \g<t> should \g<w>",
        ),
        (
            r"(?P<w>when|if|once|after) (?P<c>(?!.* should .* should )[^,]+? [^,]+? [^,]+?) (?P<p>he|she|you|they|we|one|the player) (?P<m>should|must) (?P<v>.+)",
            r"\g<w> \g<c>, \g<p> \g<m> \g<v>",
        ),
        (
            r"(?:put|place|give|lay) (?P<np>.+?) (?:in)?to (?P<who>(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)*)'s? hands?",
            r"\g<who> should give you \g<np>",
        ),
        (
            r"(?P<a>.+? should (?:give|hand|offer|lend)) (?:her|him|them|the (?:player|hero|daughter|hedgehog|lawyer|detective)) (?P<b>(?:the|an?) .+)",
            r"\g<a> you \g<b>",
        ),
        (
            r"(?!(?:if|when|once|after|every|each) )(?:[\w' -]+?) finds (?P<np>.+?) (?P<p>in|at|on|under) (?P<t>the .+)",
            r"you should find \g<np> \g<p> \g<t>",
        ),
        (
            r"(?:make|let|turn) (?:the story|it|the game|this|everything) (?:be )?about (?P<v>.+?) (?:instead of|rather than|and not|not) (?P<t>.+)",
            r"replace the \g<t> with \g<v>",
        ),
        (
            r"(?P<t>the .+?) (?:is|should be) (?:called|named) (?:the )?(?P<v>(?-i:[A-Z])[\w' ]+?),? (?:and )?not (?:the )?(?P<old>(?-i:[A-Z]).+)",
            r"write \g<v> instead of \g<old> everywhere",
        ),
        (
            rf"(?:rename|change|turn|reword) (?:all|every|each)(?: of)?(?: the)? (?P<q>{_Q}) (?:choices?|buttons?|options?|labels?) (?:in)?to (?P<r>{_Q})",
            r"change \g<q> to \g<r>",
        ),
        (
            r"in (?:every|each) (?:room|place|scene|location),? (?P<np>an? [\w -]+?) (?:is|should be|should|must be|has to be) .+",
            r"add \g<np> everywhere",
        ),
        (r"no (?P<t>[\w' -]+?), (?:but )?(?P<v>an? [\w' -]+)", r"replace the \g<t> with \g<v>"),
        (
            rf"(?:{_YOU}|the (?:hero|heroine|detective|daughter|lawyer)) should (?:already )?(?:carry|have|own|hold|bring|wear) (?P<np>(?:an?|the|some) .+?) (?:with (?:him|her|them|you) )?(?:right )?from the (?:very )?(?:start|beginning|outset)",
            r"give the player \g<np> from the beginning",
        ),
        (
            r"(?:when|once) (?:you|she|he|they|the player|one|(?-i:[A-Z])\w+) (?:comes?|gets?|arrives?|enters?|walks?)(?: in)?(?: to| into| at| in)? (?P<t>the .+?),? (?:you|she|he|they|the player|one) should (?:see|notice|spot) (?P<np>(?:an?|some|two) .+)",
            r"there should be \g<np> in \g<t>",
        ),
        (r"(?P<a>(?:the |our )?(?:mission|goal|aim|quest|objective) .+?),? (?:and )?(?:not|instead of|rather than) .+", r"\g<a>"),
        (
            r"(?:(?-i:[A-Z])\w+'s|his|her|their|the (?:player|hero|heroine)'s) (?P<g>goal|aim|mission|quest) (?P<a>(?:should|must) be .+)",
            r"the \g<g> \g<a>",
        ),
        (
            r"(?:the )?(?:narration|texts?|description) (?:in|of|at|for) (?P<t>.+?) should (?:mention|speak of|tell of|describe) (?P<np>.+)",
            r"there should be \g<np> in \g<t>",
        ),
        (
            r"(?:the )?(?:game|story|adventure) should end (?:when|if|once) (?:you|the player|one|he|she) (?P<c>.+)",
            r"add a winning ending if the player \g<c>",
        ),
        (
            r"(?P<t>(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?) is (?:far |much |way |a bit |a little )?too (?P<v>[a-z]+)(?: for (?:me|my .+|the .+))?",
            r"\g<t> should be less \g<v>",
        ),
        (
            r"(?:when|once) (?:you|she|he|they|the player|one|(?-i:[A-Z])\w+) (?:comes?|gets?|arrives?|enters?|walks?)(?: in)?(?: to| into| at| in)? (?P<t>the .+?),? there should be (?P<np>.+)",
            r"there should be \g<np> in \g<t>",
        ),
        (
            r"(?:use|write|say) the words? (?P<v>[\w' -]+?) (?:rather than|instead of|not) (?:the words? )?(?P<t>[\w' -]+)",
            r"write \g<v> instead of \g<t> everywhere",
        ),
        (r"(?:tone down|soften) (?P<t>the (?!.*\bending\b).+)", r"make \g<t> less scary"),
        (
            r"(?:the [\w ]+|(?-i:[A-Z])\w+|I|we) (?:needs?|should have|wants?) an? (?:partner|companion|friend|helper|sidekick),? (?P<np>an? .+)",
            r"add \g<np> that comes with you",
        ),
        (
            r"(?P<a>the .+?) (?:gets|becomes|should get|should become) (?P<v>[a-z]+er),? (?:and |but |while )?(?P<b>the .+?) (?:gets|becomes|should get|should become)? ?(?P<w>[a-z]+er)",
            r"make \g<a> \g<v> and make \g<b> \g<w>",
        ),
        # places
        (
            r"(?P<a>.+?) and (?P<b>.+?) should (?:change|swap|switch|trade|exchange) (?:places|positions)(?: with each other)?",
            r"swap \g<a> and \g<b>",
        ),
        (r"(?:dress|decorate|prepare|set up|arrange|deck out) (?P<t>.+?) (?:up )?for (?P<v>an? .+)", r"make \g<t> look like \g<v>"),
        (
            r"(?P<v>(?:an?|some|two|three) .+?) would be (?:nice|great|cool|lovely|good|better|fun|awesome|perfect|funny|neat)(?:[,:;].*)?",
            r"add \g<v>",
        ),
        (
            r"(?P<v>dawn|morning|noon|midday|afternoon|evening|dusk|sunset|night|midnight|rain|snow|fog|storm)(?: light)? (?P<p>in|at|on) (?P<t>.+?) would be (?:nice|great|cool|lovely|good|better|fun|awesome|perfect|a .+?)(?:[,:;].*)?",
            r"make it \g<v> \g<p> \g<t>",
        ),
        (
            r"(?P<t>(?:the )?[\w' -]+?) (?:needs|should have|could use|should contain) (?:more|lots of|many|plenty of|loads of) (?P<np>(?:bees|butterflies|flies|birds|fireflies|dragonflies|ants|beetles|moths|insects|mice|rats|bats|gulls|crows|fish)(?: and [a-z]+s)?)",
            r"in \g<t> some \g<np> should move wherever one looks",
        ),
        (
            r"(?:tell|write|narrate) (?:it|everything|this|all of it) (?P<how>(?:like|as if|as though|in the (?:style|manner) of) .+)",
            r"write the texts \g<how>",
        ),
    )
)
_LOCKED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:make |let )?(?P<t>.+?) (?:should )?(?:only )?(?:be )?(?:accessible|reachable|enterable|opened|open|crossed|entered|reached|passed|visited) only (?:with|by) (?P<np>(?:an?|the|some) .+?)(?: (?:from|in|at) (?P<w>the .+))?",
        r"(?:make it so (?:that )?)?(?P<t>.+?) (?:should|can) only be (?:crossed|entered|opened|reached|passed|visited|climbed) (?:with|by|using) (?P<np>(?:an?|the|some) .+?)(?: (?:from|in|at) (?P<w>the .+))?",
    )
)


def turned(text: str) -> str:
    """The text told otherwise where it is one of those; else as it is."""
    for pattern in _LOCKED:
        if match := pattern.fullmatch(text):
            return f"lock {match['t']} with {match['np']}" + (f" hidden in {match['w']}" if match["w"] else "")
    for pattern, said in _TURNED:
        if match := pattern.fullmatch(text):
            made = match.expand(said).strip()
            several = re.search(r"(?<= with )[A-Z][a-z]+s$", made)
            if several and lemma(several[0].lower(), "noun") not in (None, several[0].lower()):
                made = made[: several.start()] + several[0].lower()
            return made
    return text
