"""Names behind a cue such as "my name is", "Dear" or "Mr."; names.py finds those on its lists without one."""

from clio.privacy.labelled.rule import CAPITAL, UPPER, Labelled, rule

_PARTICLE = r"(?:de|da|do|del|di|van|von|der|den|el|al|bin|la|le)"
_NAME = rf"{CAPITAL}(?:[ ]{{1,2}}(?:[{UPPER}]\.?(?!\w)|{_PARTICLE}(?=[ ]{{1,2}}[{UPPER}])|{CAPITAL})){{0,4}}"
_TWO_NAMES = rf"{CAPITAL}(?:[ ]{{1,2}}[{UPPER}]\.?(?!\w))?[ ]{{1,2}}{CAPITAL}(?:[ ]{{1,2}}{CAPITAL})?"
_NO_NAME = (
    r"(?!(?:Sir|Madam|Sirs|All|Team|Customers?|Hiring|Managers?|Recruiter|Editor|Friends?|Colleagues?|Diary"
    r"|Santa|God"
    r"|Lord|Future|Mom|Mum|Dad|Parents|Students|Everyone|Committee|Valued|Readers?|Prime|President"
    r"|Professor|Doctor"
    r"|Principal|Board|Human|Support|Claude|ChatGPT|Assistant|Not|The|And|But|What|How|In|To|Is|It|This"
    r"|That|Please"
    r"|Can|Could|My|Your|Whom|Person|Company|Sales|Customer|Nope|Yes|No|Thanks|Thank|Products?|Mom['’]s"
    r"|ABC|XYZ)\b)"
)
_NO_LOWER_NAME = (
    r"(?!(?:not|on|the|an?|in|too|very|hard|spelled|wrong|misspelled|so|what|from|for|listed|being|now"
    r"|really|just"
    r"|also|going|gonna|missing|incorrect|still|pronounced|common|rare|my|your|to|changed|of|that|already"
    r"|there|and|or)\b)"
)

PEOPLE: tuple[Labelled, ...] = (
    rule(
        "PERSON",
        "name",
        r"(?i:\b(?:my|his|her|their|our|partner['’]s|the)(?: (?:full|first|last|legal|real|maiden|user))? "
        rf"name(?: is|['’]s|:| to))\s+{_NO_NAME}(?P<value>{_NAME})",
    ),
    rule(
        "PERSON",
        "name is",
        rf"(?i:\bmy (?:\w+ )?name is) {_NO_LOWER_NAME}(?P<value>[^\W\d_]{{2,}}(?:[-'’][^\W\d_]+)*)",
    ),
    rule(
        "PERSON",
        "called|named|under|behalf|change it to|name",
        r"(?i:\b(?:(?:i am|was|he is|she is|he['’]s|she['’]s|friend|brother|sister|son|daughter|colleague"
        r"|boss|man|woman|boy|girl"
        r"|person|neighbou?r|husband|wife|child|kid|partner) (?:called|named)|under the name(?: of)?"
        r"|on behalf of|change it to"
        r"|last name\?|(?:partner|wife|husband|child)['’]s name)) "
        rf"{_NO_NAME}(?P<value>{_TWO_NAMES})",
    ),
    rule("PERSON", "name:", rf"(?i:\bname:)\s*{_NO_NAME}(?P<value>{_NAME})"),
    rule(
        "PERSON",
        "i'm|i’m|i am|this is|call me",
        rf"\b(?:[Ii]['’]m|[Ii] am|[Tt]his is|[Cc]all me)\s+{_NO_NAME}(?P<value>{_TWO_NAMES})(?!\w)",
    ),
    rule(
        "PERSON",
        "i'm|i’m|i am",
        rf"\b(?:[Ii]['’]m|[Ii] am)\s+{_NO_NAME}(?P<value>{CAPITAL})(?=,? (?:from|and [Ii]\b|here|speaking)"
        rf"|, (?:an?|your)\b)",
    ),
    rule(
        "PERSON",
        "mr|ms|mx|miss|dr|prof|sr|herr|frau|mme|m.|monsieur|madame",
        r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr|Sra|Herr|Frau|Mme|M\.|Monsieur|Madame)\.?|(?:mr|mrs|ms|dr)\.)"
        rf"[ \t]{{1,2}}(?P<value>{_NAME})",
    ),
    rule(
        "PERSON",
        "hi |hello|hey|hola|bonjour|hallo|ciao|good ",
        r"(?:^|[\n.!?\"“:]\s{0,3})(?i:hi|hello|hey|hola|bonjour|hallo|ciao|good (?:morning|afternoon"
        r"|evening))[ ,]{1,2}"
        rf"{_NO_NAME}(?!There\b|Guys\b|Folks\b|Bot\b|World\b|AI\b"
        rf"|GPT)(?P<value>{CAPITAL}(?: {CAPITAL})?)(?=\s{{0,2}}[,!\n])",
    ),
    rule(
        "PERSON",
        "says|said|asked|replied|wrote",
        rf"[\"”] (?:says|said|asked|replied|wrote|added) {_NO_NAME}(?P<value>{_NAME})",
    ),
    rule(
        "PERSON",
        "name",
        r"(?i:\bname(?: on the account| of the customer)?\?)\s{1,3}(?:[A-Z][a-z]{2,9}:\s{1,2})?"
        rf"{_NO_NAME}(?P<value>{_NAME})(?=\s*(?:$|\n|[.,]))",
    ),
    rule(
        "PERSON",
        "up with|met with|meet with|meeting with|married to|spoke|talk|under |assistant to|lives",
        rf"(?i:\b(?:(?:follow(?:ed)? up|met|meet|meeting) with|married to|sp(?:eak|oke) (?:to|with)"
        rf"|talk(?:ed)? (?:to|with)"
        rf"|(?:it['’]s|is|maybe) under|assistant to)) {_NO_NAME}(?P<value>{_TWO_NAMES})",
    ),
    rule("PERSON", "dear", rf"(?:^|[\n.!?\"“:]\s*)(?i:dear)\s+{_NO_NAME}(?P<value>{_NAME})(?=\s*[,:\n!])"),
    rule(
        "PERSON",
        "signed|sincerely|regards|yours|wishes|cheers|thanks",
        r"(?i:\b(?:signed|sincerely|regards|yours (?:truly|faithfully)|best wishes|cheers|thanks))"
        rf"(?:,[ \t]*|,?[ \t]*\n\s*){_NO_NAME}(?P<value>{_NAME})(?=\s*(?:$|\n|[.]))",
    ),
)
