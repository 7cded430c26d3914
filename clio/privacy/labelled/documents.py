"""Numbers of documents, dates of birth, secrets, plates, handles and coordinates, found by their label or shape."""

from clio.privacy.labelled.rule import Labelled, rule

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

DOCUMENTS: tuple[Labelled, ...] = (
    rule("PASSPORT", "passport", rf"(?i:\bpassport){_IS}{_NUMBER}"),
    rule("DRIVER_LICENCE", "licen|permit", rf"(?i:\b(?:driv\w+['’]?s?) (?:licen[cs]e|permit)){_IS}{_NUMBER}"),
    rule(
        "DATE_OF_BIRTH",
        "birth|born|dob|d.o.b",
        r"(?i:\b(?:d\.?o\.?b\b\.?|date of birth|birth ?date|birthday|born)(?:\s+(?:is|was|on|in))*\s*[:=]?\s*"
        rf"(?P<value>{_DATE}))",
    ),
    rule(
        "SECRET",
        "sk-|sk_|pk_|rk_|akia|asia|ghp_|gho_|ghs_|ghu_|ghr_|glpat-|github_pat_|xox|eyj|aiza|hf_|npm_|sg.|ya29.",
        r"(?P<value>\b(?:sk-[\w-]{20,}|[spr]k_(?:live|test)_\w{16,}|A(?:KIA|SIA)[0-9A-Z]{16}"
        r"|gh[pousr]_\w{30,}"
        r"|github_pat_\w{40,}|glpat-[\w-]{20,}|xox[abpros]-[\w-]{20,}|AIza[\w-]{35}|hf_\w{30,}|npm_\w{36}"
        r"|SG\.[\w-]{16,}\.[\w-]{16,}|ya29\.[\w-]{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}))",
    ),
    rule(
        "SECRET",
        "-----begin",
        r"(?P<value>-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[\s\w+/=-]{1,4000}?"
        r"(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|\Z))",
    ),
    rule(
        "SECRET",
        "pass|pwd",
        r"(?i:\b(?:password|passwd|pwd|passcode|passphrase|passwort|contraseña|mot de passe)\b"
        r"(?:\s*[:=]\s*[\"'`]?|\s+(?:is|was|to)\s+(?=\S*\d)[\"'`]?)(?P<value>(?![<%$({\[]|input\b|getpass"
        r"|None|null|str\b|string\b)[^\s<>'\"`,;)]{4,}))",
    ),
    rule(
        "SECRET",
        "key|token|secret|bearer",
        r"(?i:\b(?:api[ _-]?key|access[ _-]?(?:key|token)|auth[ _-]?token"
        r"|secret(?:[ _-]?(?:access)?[ _-]?key)?|client[ _-]?secret"
        r"|token|bearer)\b[\"']?(?:\s+is)?\s*[:=]?\s*[\"'`]?)(?P<value>(?=[\w+/.=-]{0,60}\d)(?=[\w+/.=-]{0,60}[A-Za-z])[\w+/.=-]{16,})",
    ),
    rule(
        "SECRET",
        "pin",
        r"(?i:\bpin(?: code| number)?\s*(?:is|:|=)\s*)(?P<value>\d{4,8})(?!\d)",
    ),
    rule(
        "LICENCE_PLATE",
        "plate|registration|kennzeichen|matrícula|immatriculation",
        r"(?i:\b(?:licen[cs]e|number|registration|car|vehicle)\s+(?:plate|number|reg\w*)(?:\s+number)?"
        r"|\bplates?|\bkennzeichen"
        r"|\bmatrícula|\bimmatriculation)(?i:\s*(?:number|no\.?)?\s*(?:is|was|reads|:|#)?\s+)"
        r"(?P<value>(?=[A-Z -]{0,6}\d"
        r"|\d)(?=[\d -]{0,6}[A-Z])[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,4}){0,3})(?![\w-])",
    ),
    rule(
        "LICENCE_PLATE", "vin", r"(?i:\bvin\b\W{0,3}(?:number|is|no)?\W{0,3})(?P<value>[A-HJ-NPR-Z0-9]{17})\b"
    ),
    rule("NATIONAL_ID", "-", r"(?P<value>\b\d{3}\.\d{3}\.\d{3}-\d{2}\b)"),
    rule("PHONE", "电话|手机|微信|联系", r"(?:电话|手机|微信|联系)[^\d\n]{0,8}(?P<value>1[3-9]\d{9})(?!\d)"),
    rule(
        "USERNAME",
        "@",
        r"(?<![\w@./`\\<-])@(?P<value>(?=[A-Za-z_.-]{0,30}(?:\d|_))[A-Za-z][\w.]{2,29})(?![\w@(])(?!\.\w)",
    ),
    rule(
        "USERNAME",
        "instagram|twitter|tiktok|telegram|discord|snapchat|skype|insta |handle|username|user name|gamertag|login"
        "|follow me",
        r"(?i:\b(?:(?:my|his|her|their)\s(?:\w+\s)?(?:instagram|twitter|tiktok|telegram|discord|snapchat"
        r"|snap|skype|insta|reddit|handle"
        r"|user ?name|gamertag|login|nick(?:name)?)(?:\s(?:is|handle|account|user ?name|id)){0,2}"
        r"|user ?name)\s*[:=]?\s+@?|\bfollow me (?:at|on) \w{2,12} @?)"
        r"(?P<value>(?=[A-Za-z_.-]{0,30}(?:\d|_))[A-Za-z][\w.-]{2,31}\w)",
    ),
    rule(
        "LOCATION",
        "0|1|2|3|4|5|6|7|8|9",
        r"(?P<value>(?<![\d.,-])[-+]?(?:[1-8]?\d|90)\.\d{4,}°?\s?[NS]?\s?[,;/ ]\s?[-+]?(?:1[0-7]\d"
        r"|[1-9]?\d|180)\.\d{4,}(?:°?\s?[EW]\b)?(?![\d.])"
        r"|\b\d{1,2}°\s?\d{1,2}['’′]\s?(?:\d{1,2}(?:\.\d{1,4})?[\"”″]\s?)?[NS],?\s{0,2}\d{1,3}°\s?\d{1,2}['’′]\s?(?:\d{1,2}(?:\.\d{1,4})?[\"”″]\s?)?[EWO]\b)",
    ),
)
"""Tried before the recognisers of recognisers.py, whose looser patterns would claim the same numbers."""
