"""Personal details that their wording announces: document numbers, birth dates, addresses, names and secrets.

Patterns cannot find a bare name: names.py does, by lists. These find one behind a cue ("my name is", "Dear",
"Mr."), a street by its number and kind in the ways of several countries, and a number by its label.
"""

import re
from typing import NamedTuple

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0386-\u03ab\u0410-\u042f"
_LETTER = "A-Za-z\u00c0-\u024f\u0386-\u03ff\u0400-\u04ff"
_CAPITAL = rf"[{_UPPER}][{_LETTER}'’-]*[{_LETTER}](?![{_LETTER}\d_])"
_PARTICLE = r"(?:de|da|do|del|di|van|von|der|den|el|al|bin|la|le)"
_NAME = (
    rf"{_CAPITAL}(?:[ ]{{1,2}}(?:[{_UPPER}]\.?(?!\w)|{_PARTICLE}(?=[ ]{{1,2}}[{_UPPER}])|{_CAPITAL})){{0,4}}"
)
_TWO_NAMES = rf"{_CAPITAL}(?:[ ]{{1,2}}[{_UPPER}]\.?(?!\w))?[ ]{{1,2}}{_CAPITAL}(?:[ ]{{1,2}}{_CAPITAL})?"
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

_STREET = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq"
    r"|Terrace|Parkway"
    r"|Pkwy|Highway|Hwy|Close|Crescent|Circle|Cir|Trail|Alley|Row|Mews|Gardens|Quay|Plaza)"
)
_UNIT = r"(?:[\s,]+(?:Apt|Apartment|Suite|Ste|Unit|Flat|Room|Floor)\.?\s#?\d+[A-Za-z]?\b|,?\s#\s?\d+\b)"
_TOWN = rf"(?:[\s,]+{_CAPITAL}(?: {_CAPITAL})?,?\s+[A-Z]{{2}}\s+\d{{5}}(?:-\d{{4}})?)"
_STREET_WORD = rf"(?:{_CAPITAL}|[NSEW]\.?|\d{{1,3}}(?:st|nd|rd|th))"
_STREET_ENDING = (
    r"(?:straße|strasse|str\.|gasse|allee|chaussee|gatan|gata|laan|straat|gracht|kade|weg|gade|vej|vägen"
    r"|veien"
    r"|vegen|vegur|stræde|stræti|straeti|katu|kuja|tie|utca|plein|platz|damm|ufer)"
)
_POSTED = (
    rf"(?:(?:[\s,>]+(?:[{_UPPER}][\w'’.-]{{0,30}}|de|la|of|do|am)){{1,6}}[\s,>]+\d{{4,6}}(?:-\d{{4}})?\b)"
)
_LATER = rf"(?:,?\s(?:D-|F-|A-)?\d{{4,5}}(?:\s[A-Z]{{2}})?\s{_CAPITAL})"
_TAIL = rf"(?:{_POSTED}|{_LATER})?"
_OF = r"(?:(?:de|du|des|la|las|los|el|della|dei|degli|di|do|da|dos|das|del|l['’]|d['’])\s?){0,3}"
_PLACED = (
    rf"(?:{_CAPITAL}|[A-Z]\.|\d{{1,2}}(?:er|ème|de)?)(?:\s(?:(?:de|du|des|di|da|do|e|y"
    rf"|et)\s)?{_CAPITAL}){{0,3}}"
)
_NO_LOWER_STREET = (
    r"(?:(?!(?:minutes?|miles?|hours?|days?|people|more|other|way|ways|of|from|the|to|on|in|and|per|wall|open"
    r"|busy|dirt|hard|disk|test|sex|lane|main roads?)\b)[a-z]{3,15}\s){1,2}"
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?(?:,?\s+\d{{4}})?)"
)
_IS = r"(?i:\s*(?:number|no\.?|num|id|#)?\s*(?:is|was|[:=#-])?\s*)"
_NUMBER = r"(?P<value>(?=(?:[A-Z -]*\d){4})[A-Z0-9](?:[ -]?[A-Z0-9]){4,19})(?![A-Za-z0-9])"


class Labelled(NamedTuple):
    """The group `value` of `pattern` becomes `placeholder`; none where no word of `words` is."""

    placeholder: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


def _rule(placeholder: str, words: str, pattern: str) -> Labelled:
    return Labelled(placeholder, tuple(words.split("|")), re.compile(pattern))


DOCUMENTS: tuple[Labelled, ...] = (
    _rule("PASSPORT", "passport", rf"(?i:\bpassport){_IS}{_NUMBER}"),
    _rule(
        "DRIVER_LICENCE", "licen|permit", rf"(?i:\b(?:driv\w+['’]?s?) (?:licen[cs]e|permit)){_IS}{_NUMBER}"
    ),
    _rule(
        "DATE_OF_BIRTH",
        "birth|born|dob|d.o.b",
        r"(?i:\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|born)(?:\s+(?:is|was|on|in))*\s*[:=]?\s*"
        rf"(?P<value>{_DATE}))",
    ),
    _rule(
        "SECRET",
        "sk-|sk_|pk_|rk_|akia|asia|ghp_|gho_|ghs_|ghu_|ghr_|glpat-|github_pat_|xox|eyj|aiza|hf_|npm_|sg.|ya29.",
        r"(?P<value>\b(?:sk-[\w-]{20,}|[spr]k_(?:live|test)_\w{16,}|A(?:KIA|SIA)[0-9A-Z]{16}"
        r"|gh[pousr]_\w{30,}"
        r"|github_pat_\w{40,}|glpat-[\w-]{20,}|xox[abpros]-[\w-]{20,}|AIza[\w-]{35}|hf_\w{30,}|npm_\w{36}"
        r"|SG\.[\w-]{16,}\.[\w-]{16,}|ya29\.[\w-]{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}))",
    ),
    _rule(
        "SECRET",
        "-----begin",
        r"(?P<value>-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[\s\w+/=-]{1,4000}?"
        r"(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|\Z))",
    ),
    _rule(
        "SECRET",
        "pass|pwd",
        r"(?i:\b(?:password|passwd|pwd|passcode|passphrase|passwort|contraseña|mot de passe)\b"
        r"(?:\s*[:=]\s*[\"'`]?|\s+(?:is|was|to)\s+(?=\S*\d)[\"'`]?)(?P<value>(?![<%$({\[]|input\b|getpass"
        r"|None|null|str\b|string\b)[^\s<>'\"`,;)]{4,}))",
    ),
    _rule(
        "SECRET",
        "key|token|secret|bearer",
        r"(?i:\b(?:api[ _-]?key|access[ _-]?(?:key|token)|auth[ _-]?token"
        r"|secret(?:[ _-]?(?:access)?[ _-]?key)?|client[ _-]?secret"
        r"|token|bearer)\b[\"']?(?:\s+is)?\s*[:=]?\s*[\"'`]?)(?P<value>(?=[\w+/.=-]{0,60}\d)(?=[\w+/.=-]{0,60}[A-Za-z])[\w+/.=-]{16,})",
    ),
    _rule(
        "SECRET",
        "pin",
        r"(?i:\bpin(?: code| number)?\s*(?:is|:|=)\s*)(?P<value>\d{4,8})(?!\d)",
    ),
    _rule(
        "LICENCE_PLATE",
        "plate|registration|kennzeichen|matrícula|immatriculation",
        r"(?i:\b(?:licen[cs]e|number|registration|car|vehicle)\s+(?:plate|number|reg\w*)(?:\s+number)?"
        r"|\bplates?|\bkennzeichen"
        r"|\bmatrícula|\bimmatriculation)(?i:\s*(?:number|no\.?)?\s*(?:is|was|reads|:|#)?\s+)"
        r"(?P<value>(?=[A-Z -]{0,6}\d"
        r"|\d)(?=[\d -]{0,6}[A-Z])[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,4}){0,3})(?![\w-])",
    ),
    _rule(
        "LICENCE_PLATE", "vin", r"(?i:\bvin\b\W{0,3}(?:number|is|no)?\W{0,3})(?P<value>[A-HJ-NPR-Z0-9]{17})\b"
    ),
    _rule("NATIONAL_ID", "-", r"(?P<value>\b\d{3}\.\d{3}\.\d{3}-\d{2}\b)"),
    _rule("PHONE", "电话|手机|微信|联系", r"(?:电话|手机|微信|联系)[^\d\n]{0,8}(?P<value>1[3-9]\d{9})(?!\d)"),
    _rule(
        "USERNAME",
        "@",
        r"(?<![\w@./`\\<-])@(?P<value>(?=[A-Za-z_.-]{0,30}(?:\d|_))[A-Za-z][\w.]{2,29})(?![\w@(])(?!\.\w)",
    ),
    _rule(
        "USERNAME",
        "instagram|twitter|tiktok|telegram|discord|snapchat|skype|insta |handle|username|user name|gamertag|login"
        "|follow me",
        r"(?i:\b(?:(?:my|his|her|their)\s(?:\w+\s)?(?:instagram|twitter|tiktok|telegram|discord|snapchat"
        r"|snap|skype|insta|reddit|handle"
        r"|user ?name|gamertag|login|nick(?:name)?)(?:\s(?:is|handle|account|user ?name|id)){0,2}"
        r"|user ?name)\s*[:=]?\s+@?|\bfollow me (?:at|on) \w{2,12} @?)"
        r"(?P<value>(?=[A-Za-z_.-]{0,30}(?:\d|_))[A-Za-z][\w.-]{2,31}\w)",
    ),
    _rule(
        "LOCATION",
        "0|1|2|3|4|5|6|7|8|9",
        r"(?P<value>(?<![\d.,-])[-+]?(?:[1-8]?\d|90)\.\d{4,}°?\s?[NS]?\s?[,;/ ]\s?[-+]?(?:1[0-7]\d"
        r"|[1-9]?\d|180)\.\d{4,}(?:°?\s?[EW]\b)?(?![\d.])"
        r"|\b\d{1,2}°\s?\d{1,2}['’′]\s?(?:\d{1,2}(?:\.\d{1,4})?[\"”″]\s?)?[NS],?\s{0,2}\d{1,3}°\s?\d{1,2}['’′]\s?(?:\d{1,2}(?:\.\d{1,4})?[\"”″]\s?)?[EWO]\b)",
    ),
)
"""Tried before the recognisers of recognisers.py, whose looser patterns would claim the same numbers."""

PLACES: tuple[Labelled, ...] = (
    _rule(
        "ADDRESS",
        "address|live",
        r"(?i:\b(?:address(?:es)?(?: is| are| to|,? here (?:they|it) (?:is|are))?\s*:?|(?:lives?|living)"
        r" (?:at|on)"
        r"|given \w+ \w+ address:)\s+)(?P<value>\d{1,6}[A-Za-z]?[ ,]+[^\W_][^\n?!;<>]{3,80}?)(?=[.](?:\s|$)"
        r"|[?!;\n]|$)",
    ),
    _rule(
        "ADDRESS",
        "st|ave|road|rd|boulevard|blvd|lane|ln|dr|court|ct|way|place|pl|sq|terrace|p|hwy|close|cr|ci|trail"
        "|row|mews",
        rf"(?P<value>\b\d{{1,6}}[A-Za-z]?,?\s+(?:\d{{1,5}}\s+)?(?:{_STREET_WORD}\s+){{1,4}}"
        rf"{_STREET}\b\.?{_UNIT}?(?:{_TOWN}|{_TAIL}))",
    ),
    _rule(
        "ADDRESS",
        "apt|apartment|suite|ste|unit|flat",
        rf"(?P<value>\b\d{{1,6}}\s(?:\d{{1,5}}\s)?[{_UPPER}][^\n!?;<>@]{{2,40}}?{_UNIT}(?:{_UNIT})?{_TAIL})",
    ),
    _rule(
        "ADDRESS",
        "box",
        rf"(?P<value>(?:\b\d{{1,6}}\s)?(?i:\bP\.? ?O\.? Box)\s+\d+{_UNIT}?(?:{_TOWN}|{_TAIL}))",
    ),
    _rule(
        "ADDRESS",
        "street|avenue|road|lane|drive|boulevard",
        rf"(?P<value>(?<![\w.,$-])[1-9]\d{{0,4}} {_NO_LOWER_STREET}(?:street|avenue|road|drive|boulevard)\b)",
    ),
    _rule(
        "ADDRESS",
        "rue|via|corso|largo|piazza|calle|c/|carrera|plaza|paseo|avenida|rua|travessa|ul|chemin|allée|praça|al."
        "|quai|impasse|boulevard|avenue|place|viale|vicolo",
        r"(?P<value>\b(?:Rue|Via|Viale|Corso|Largo|Vicolo|Piazza|Calle|C/|Carrera|Cra\.|Plaza|Paseo"
        r"|Avenida|Avda?\."
        r"|Rua|Travessa|Ulica|[Uu]l\.|[Aa]l\.|[Pp]l\.|Chemin|Allée|Avenue|Boulevard|Quai|Impasse|Place|Praça)"
        rf"\s{_OF}{_PLACED},?\s(?:n[.º°]\s?|nº\s?|#\s?)?\d{{1,5}}[a-z]?\b(?:[ -/]\d{{1,4}}\b)?{_TAIL})",
    ),
    _rule(
        "ADDRESS",
        "rue|avenue|boulevard|place|chemin|allée|impasse|quai|cours|route|square|passage",
        r"(?P<value>\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?i:rue|avenue|av\.|boulevard|bd|place|chemin|allée"
        r"|impasse"
        rf"|quai|cours|route|square|passage)\s{_OF}{_PLACED}{_TAIL})",
    ),
    _rule(
        "ADDRESS",
        "straße|strasse|str.|gasse|allee|chaussee|gat|laan|straat|gracht|kade|weg|gade|vej|väg|ve|str|katu|kuja"
        "|tie|ut|plein|platz|damm|ufer|tér",
        rf"(?P<value>(?:\b\d{{3,6}}\s)?\b(?:[{_UPPER}][\w-]{{1,30}}\s)?[{_UPPER}][\w-]{{0,40}}(?:{_STREET_ENDING}|\s[Ss]tra(?:ß|ss)e"
        rf"|\sutca|\sút|\su\.|\stér)\s\d{{1,5}}[a-z]?\b{_UNIT}?{_TAIL})",
    ),
    _rule(
        "ADDRESS",
        "am |an |auf |im |zum |zur |unter ",
        rf"(?P<value>\b(?:Am|An de[rn]|Auf de[rmn]|Im|Zum|Zur"
        rf"|Unter den)\s{_CAPITAL}(?:\s{_CAPITAL})?\s\d{{1,3}}[a-z]?,\s\d{{5}}\s"
        rf"{_CAPITAL})",
    ),
    _rule(
        "ADDRESS",
        "apt|apartment|suite",
        r"(?P<value>\b(?:Apt|Apartment)\.? #?\d{1,5}\b|(?<=[\n>])[ \t>]{0,3}Suite \d{1,5}\b"
        r"|\bSuite \d{2,5}\s\d{3,5}(?=\s[A-Z]))",
    ),
    _rule(
        "ADDRESS",
        "0|1|2|3|4|5|6|7|8|9",
        rf"(?P<value>\b{_CAPITAL}(?: {_CAPITAL}){{0,2}},? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]"
        rf"|LA|M[ADEINOST]"
        r"|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) \d{5}(?:-\d{4})?\b)",
    ),
    _rule(
        "ADDRESS",
        "apo|fpo|dpo",
        r"(?P<value>(?:\b(?i:unit|psc) \d{1,6},? (?i:box) \d{1,6}\s{1,2}|\bUS[A-Z]{1,4} \w{2,30}\s{1,2})?"
        r"\b(?i:[AFD]PO),? (?i:A[AEP])\s\d{5}\b)",
    ),
    _rule(
        "ADDRESS",
        "sent|send|locat|meet|office|ship|deliver|arrive|drop|address|lives|in |at ",
        r"(?i:\b(?:(?:sent|send it|ship(?:ped)?(?: it)?|deliver(?:ed)?(?: it)?|updated?|addressed) to"
        r"|located (?:at|in)"
        r"|meet (?:me|you|us) at|(?:is|it['’]s|arrived|off|primary) (?:at|in)|lives? (?:on|at)"
        r"|address:?(?: to| with| is)?)\s+)"
        rf"(?P<value>\d{{1,6}}\s(?:\d{{1,5}}\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}\s\d{{1,5}}[a-z]?\b\.?{_UNIT}?{_TAIL})",
    ),
    _rule(
        "ADDRESS",
        "corner of",
        rf"(?i:\bcorner of )(?P<value>(?:\d{{1,5}} )?(?:ul\. )?{_CAPITAL}(?: {_CAPITAL}){{0,3}}(?: \d{{1,5}}| str)?"
        rf" and {_CAPITAL}(?: {_CAPITAL}){{0,2}})",
    ),
    _rule(
        "ADDRESS",
        "0|1|2|3|4|5|6|7|8|9",
        r"(?P<value>\b(?:(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d[\dA-Z]?"
        r"|\d[A-HJKPSTUW]) \d[ABD-HJLNP-UW-Z]{2})"
        r"|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d)\b)",
    ),
    _rule(
        "ADDRESS",
        "号|號",
        r"(?P<value>[\u4e00-\u9fff]{2,16}(?:路|街|道|巷|弄)\d{1,5}[号號](?:\d{1,4}(?:室|楼|栋|单元|號樓))*)",
    ),
)

NAMES: tuple[Labelled, ...] = (
    _rule(
        "PERSON",
        "name",
        r"(?i:\b(?:my|his|her|their|our|partner['’]s|the)(?: (?:full|first|last|legal|real|maiden|user))? "
        rf"name(?: is|['’]s|:| to))\s+{_NO_NAME}(?P<value>{_NAME})",
    ),
    _rule(
        "PERSON",
        "name is",
        rf"(?i:\bmy (?:\w+ )?name is) {_NO_LOWER_NAME}(?P<value>[^\W\d_]{{2,}}(?:[-'’][^\W\d_]+)*)",
    ),
    _rule(
        "PERSON",
        "called|named|under|behalf|change it to|name",
        r"(?i:\b(?:(?:i am|was|he is|she is|he['’]s|she['’]s|friend|brother|sister|son|daughter|colleague"
        r"|boss|man|woman|boy|girl"
        r"|person|neighbou?r|husband|wife|child|kid|partner) (?:called|named)|under the name(?: of)?"
        r"|on behalf of|change it to"
        r"|last name\?|(?:partner|wife|husband|child)['’]s name)) "
        rf"{_NO_NAME}(?P<value>{_TWO_NAMES})",
    ),
    _rule("PERSON", "name:", rf"(?i:\bname:)\s*{_NO_NAME}(?P<value>{_NAME})"),
    _rule(
        "PERSON",
        "i'm|i’m|i am|this is|call me",
        rf"\b(?:[Ii]['’]m|[Ii] am|[Tt]his is|[Cc]all me)\s+{_NO_NAME}(?P<value>{_TWO_NAMES})(?!\w)",
    ),
    _rule(
        "PERSON",
        "i'm|i’m|i am",
        rf"\b(?:[Ii]['’]m|[Ii] am)\s+{_NO_NAME}(?P<value>{_CAPITAL})(?=,? (?:from|and [Ii]\b|here|speaking)"
        rf"|, (?:an?|your)\b)",
    ),
    _rule(
        "PERSON",
        "mr|ms|mx|miss|dr|prof|sr|herr|frau|mme|m.|monsieur|madame",
        r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr|Sra|Herr|Frau|Mme|M\.|Monsieur|Madame)\.?|(?:mr|mrs|ms|dr)\.)"
        rf"[ \t]{{1,2}}(?P<value>{_NAME})",
    ),
    _rule(
        "PERSON",
        "hi |hello|hey|hola|bonjour|hallo|ciao|good ",
        r"(?:^|[\n.!?\"“:]\s{0,3})(?i:hi|hello|hey|hola|bonjour|hallo|ciao|good (?:morning|afternoon"
        r"|evening))[ ,]{1,2}"
        rf"{_NO_NAME}(?!There\b|Guys\b|Folks\b|Bot\b|World\b|AI\b"
        rf"|GPT)(?P<value>{_CAPITAL}(?: {_CAPITAL})?)(?=\s{{0,2}}[,!\n])",
    ),
    _rule(
        "PERSON",
        "says|said|asked|replied|wrote",
        rf"[\"”] (?:says|said|asked|replied|wrote|added) {_NO_NAME}(?P<value>{_NAME})",
    ),
    _rule(
        "PERSON",
        "name",
        r"(?i:\bname(?: on the account| of the customer)?\?)\s{1,3}(?:[A-Z][a-z]{2,9}:\s{1,2})?"
        rf"{_NO_NAME}(?P<value>{_NAME})(?=\s*(?:$|\n|[.,]))",
    ),
    _rule(
        "PERSON",
        "up with|met with|meet with|meeting with|married to|spoke|talk|under |assistant to|lives",
        rf"(?i:\b(?:(?:follow(?:ed)? up|met|meet|meeting) with|married to|sp(?:eak|oke) (?:to|with)"
        rf"|talk(?:ed)? (?:to|with)"
        rf"|(?:it['’]s|is|maybe) under|assistant to)) {_NO_NAME}(?P<value>{_TWO_NAMES})",
    ),
    _rule("PERSON", "dear", rf"(?:^|[\n.!?\"“:]\s*)(?i:dear)\s+{_NO_NAME}(?P<value>{_NAME})(?=\s*[,:\n!])"),
    _rule(
        "PERSON",
        "signed|sincerely|regards|yours|wishes|cheers|thanks",
        r"(?i:\b(?:signed|sincerely|regards|yours (?:truly|faithfully)|best wishes|cheers|thanks))"
        rf"(?:,[ \t]*|,?[ \t]*\n\s*){_NO_NAME}(?P<value>{_NAME})(?=\s*(?:$|\n|[.]))",
    ),
)
