"""A rule-based auditor after the rubric of the Clio paper (appendix G): how identifying is a text?

It is lint, never a guarantee: it knows no names, only how texts about few people tend to look. Where a model
is configured, the model audits; this one serves the provider that asks no model.
"""

import re

from clio.privacy.wording import common_words, is_known

LEAST_SCORE = 3
"""Texts that score lower are dropped, as in the paper."""

_ONE = r"(?:user|person|individual|account|customer|patient|employee|student|client|woman|man|girl|boy)"
_MANY = r"(?:users|accounts|individuals|customers|employees|students|patients|clients)"
_BODY = r"(?:family|household|company|organi[sz]ation|school|village|town|street|team|hospital|office)"
_INDIVIDUAL = re.compile(
    rf"\b(?:one|a single|this|that|the same|a certain|a particular|an individual|a specific) {_ONE}\b"
    rf"|\ban? {_ONE} (?:named|called|known as|living (?:in|at)|working (?:at|for)|born|who lives)\b"
    r"|\b(?:his|her|their) (?:full name|home address|phone number|passport number|social security)\b"
    rf"|\b(?:only|just) (?:one|two|three) (?:people|persons?|{_ONE}|{_MANY})\b",
    re.IGNORECASE,
)
_RELATIVE = r"(?:child|son|daughter|brother|sister|father|mother|widow|widower|heir)"
_OFFICE = r"(?:mayor|judge|doctor|nurse|teacher|pilot|officer|bishop|priest|minister|director|principal|coach|owner)"
_SINGLED_OUT = re.compile(
    r"(?:^|[.!?]\s+)(?:He|She) (?!or\b)"
    r"|\b(?:the|his|her|their) (?:only|sole|lone|youngest|oldest|eldest) (?:\w+ )?"
    rf"(?:{_ONE}|{_RELATIVE}|{_OFFICE}|winner|member|survivor|witness|\w+(?:ist|ician|man|woman))\b"
)
_TO_AUDITOR = re.compile(
    r"\b(?:rate|score|rating|return|give|output|answer)(?: this| it)?(?: as| with|:|,)?(?: an?)? (?:[1-5]|five)"
    r"(?=\W*$|[.,;:!)]| (?:now|here|for this)\b)"
    r"|\bscore (?:for|of) this\b|\bwhen you (?:score|rate|audit)\b"
    r"|\b(?:ignore|disregard) (?:all |any )?(?:the |these |your )?(?:rules|rubric|instructions)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:internal|confidential|proprietary|unannounced|unreleased|secret (?:plan|project)s?)\b|\bcode ?name"
    r"|\bnot (?:yet )?(?:announced|released|public)\b|\bprivate (?:repository|repo)\b",
    re.IGNORECASE,
)
_TRAIT = re.compile(
    rf"\baged \d{{1,3}}\b|\b\d{{1,3}}[- ]years?[- ]old\b|\bthe {_OFFICE} (?:of|at)\b", re.IGNORECASE
)
_HANDFUL = r"a handful of|very few|a small (?:group|number) of"
_FEW = re.compile(
    rf"\b(?:two|three|four|five|a couple of|a pair of|{_HANDFUL}) {_MANY}\b"
    rf"|\b(?:one|a single|a specific|a particular|a certain) {_BODY}\b"
    rf"|\b(?:{_HANDFUL}) people\b|\b(?:both|the two|the three) of them\b",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"\S@\S|\bhttps?:|\bwww\.|(?:\d[ ().+-]?){7,}|[<\[][A-Z_]{3,}[>\]]|(?<!\w)@\w{2,}")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|\b{_MONTH} \d{{1,2}}(?!\d)"
    r"|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b"
)
_EXACT = re.compile(r"\d{5,}|\d{1,3}(?:,\d{3})+|[$€£]\s?\d+|\b\d+\.\d{2,}\b")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? [A-Z]\w+")
_NUMBER = re.compile(r"\d{3,}")

# Capitals that identify no user: figures, places, products and languages that anyone may ask about.
_PUBLIC = frozenset(
    (  # noqa: SIM905 (a list of six hundred lines serves nobody)
        "adhd africa african ages ai airbnb alexa algeria amazon america american android angular ansible "
        "antarctica api apple april arabia arabic arduino argentina aristotle asia asian assembly atlantic "
        "atm august austen australia australian austria autism avengers aws azure bach bangladesh barbie "
        "bash batman bayes bayesian beethoven beijing belgium bengali berlin beyonce bezos bible biden bing "
        "bitcoin blender bluetooth boolean bootstrap boston brazil brazilian britain british buddha "
        "buddhism buddhist bulgarian bush caesar california canada canadian cantonese canva carlo catholic "
        "cd ceo chatgpt chicago chile china chinese chopin christian christianity christmas chrome "
        "churchill claude cleopatra clinton cobol colombia confucius congress copernicus copilot cortana "
        "covid cpu crm croatian css csv cuba curie cv czech danish dante dart darwin debian december delhi "
        "descartes dickens diffusion disney diwali django dna docker dostoevsky dubai dutch dvd earth east "
        "easter ebay edge edison egypt egyptian einstein emirates england english erp ethereum ethiopia "
        "etsy eu euler europe european excel express facebook father's february feynman figma filipino "
        "finland finnish firefox flask florida flutter fortnite fortran fourier france french freud friday "
        "galileo gandhi gates gauss gaussian gaza gdpr gemini german germany ghana git github gmail gmat go "
        "god godot goku google gps gpt gpu gradle graphql gre greece greek hadoop halloween hamlet hanukkah "
        "harry haskell hawaii hawking hdmi hebrew hegel hemingway hindi hindu hinduism hipaa hitler hiv "
        "hogwarts hollywood homer hr html http huawei hume hungarian i icelandic ielts illustrator india "
        "indian indonesia indonesian instagram internet ios iphone iran iraq ireland irish irs islam "
        "islamic israel italian italy january japan japanese java javascript jenkins jerusalem jesus jewish "
        "jira jobs jordan jquery json judaism julia july june junit jupiter kafka kant kennedy kenya keras "
        "kingdom koran korea korean kotlin kubernetes kuwait lanka laplace laravel latex latin lebanon lego "
        "leonardo lincoln linkedin linux llama london lua macbook macron madrid malay malaysia mandarin "
        "march markov mars marvel marx mathematica matlab maven may mba mediterranean mercury merkel messi "
        "mexican mexico michelangelo microsoft middle midjourney minecraft mistral modi monday monet "
        "mongodb monte moon morocco morse moscow moses mother's mozart mri muhammad mumbai musk muslim "
        "mysql napoleon naruto nasa nato nepal netflix netherlands new newton nextjs nft nhs nietzsche "
        "nigeria nigerian nike nintendo node nordic north norway norwegian notion november numpy obama "
        "october ok olympic olympics openai oracle orwell outlook pacific pakistan palestine pandas paris "
        "parliament paypal pdf pentagon perl persian peru phd philippines photoshop php pi picasso pin "
        "plato playstation playwright pokemon poland polish portugal portuguese postgres postgresql potter "
        "powerpoint powershell punjabi putin pytest pythagoras python pytorch qatar quran rails ramadan "
        "raspberry react reagan reddit redis renaissance rest rna roblox roman romanian rome ronaldo "
        "roosevelt rowling ruby russia russian rust safari salesforce samsung sap sat saturday saturn saudi "
        "scala scikit scotland scottish sdk selenium senate seo september serbian shakespeare shanghai "
        "shopify sikh sikhism sim singapore siri slack slovak sms socrates sony south spain spanish spark "
        "spider-man spotify spring spss sql stable stalin star stata states steam stripe sun sunday "
        "superman svelte swahili sweden swedish swift swiss switzerland sydney symfony syria t-shirt "
        "tableau tagalog tailwind tamil taoism taylor teams tensorflow terraform tesla texas thai thailand "
        "thanksgiving thursday tiktok toefl tokyo tolkien tolstoy torah toronto toyota trump tuesday "
        "tunisia turing turkey turkish tv twitter typescript uber ubuntu ui uk ukraine ukrainian un united "
        "unity unreal urdu us usa usb ux valentine valentine's valorant vba venezuela venus victorian "
        "vietnam vietnamese vinci vue wales war wars washington webpack wednesday welsh west whatsapp wifi "
        "wikipedia windows word wordpress world xbox xml york youtube zealand zelda zelensky zoom "
        "zuckerberg"
    ).split()
)
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|[.!?:;]")


def audit(name: str, description: str) -> int:
    """Score a name and description: 1 = an individual or very few people … 5 = general.

    1: an individual, an identifier, or words addressed to the auditor. 2: a run of two or more unknown
    capitalised words (a full name, an organisation), one beside an age, an office or the mark of internal work,
    an exact date or amount, a very small group. 3: one unknown capitalised word, or a number. 5: everything
    else; public figures and sensitive but common topics are 5. Lint, never a guarantee.
    """
    text = f"{name}. {description}"
    if any(
        pattern.search(text) for pattern in (_INDIVIDUAL, _SINGLED_OUT, _IDENTIFIER, _TITLED, _TO_AUDITOR)
    ):
        return 1
    longest = max(_longest_unknown_capitals(name), _longest_unknown_capitals(description))
    if longest >= 2 or _DATE.search(text) or _EXACT.search(text) or _FEW.search(text):
        return 2
    if longest == 1 and (_INSIDE.search(text) or _TRAIT.search(text)):
        return 2
    if longest == 1 or _NUMBER.search(text):
        return 3
    return 5


def _longest_unknown_capitals(text: str) -> int:
    """Length of the longest run of capitalised words that are not well known.

    Where a capital says nothing, at a sentence's start and in a text in title case, only a word outside the
    public vocabulary counts; the first word counts with those that follow it, not alone.
    """
    tokens = _TOKEN.findall(text)
    words = [token for token in tokens if token[0].isalpha()]
    title_case = sum(word[0].isupper() for word in words) > 0.6 * len(words)
    longest = run = 0
    starts = True
    for token in tokens:
        if not token[0].isalpha():
            starts, run = True, 0
            continue
        named = token[0].isupper() and not _is_public(token)
        if (starts or title_case) and is_known(token.lower(), common_words()):
            named = False
        run = run + 1 if named else 0
        longest = longest if starts else max(longest, run)
        starts = False
    return longest


def _is_public(token: str) -> bool:
    """Whether a capitalised word is well known, or an acronym, which names no person."""
    plain = token.replace("’", "'").removesuffix("'s")
    first = plain.lower().split("-")[0]
    return plain.lower() in _PUBLIC or first in _PUBLIC or (plain.isupper() and len(plain) <= 5)
