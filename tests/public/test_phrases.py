"""The phrase list protects privacy only if it is fixed, names nobody, and is the file that was reviewed."""

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clio.errors import PublicFileError
from clio.public.build_phrases import (
    MIN_PHRASES,
    RULES,
    TARGET,
    Entry,
    Problem,
    collect,
    name_problems,
    phrase_key,
    phrase_problems,
    read_source,
    render,
    theme_problems,
)
from clio.public.phrase_words import PROPER_WORDS
from clio.public.phrases import PHRASES_SHA256, load_phrases, parse_phrases

_GIVEN_NAMES = """
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony
donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob
gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick
jerry dennis tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter keith
roger juan carlos diego luis pedro pablo javier miguel ahmed mohammed muhammad ali omar hassan ibrahim yusuf
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia
kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel
carolyn janet catherine maria heather diane olivia julie joyce victoria kelly lauren christina joan evelyn
judith megan andrea cheryl hannah jacqueline martha gloria teresa sara madison fatima aisha priya ananya
wei ming hiroshi yuki olga natasha ivan dmitri sven lars ingrid pierre jean marie giovanni paolo francesca
"""
GIVEN_NAMES = frozenset(_GIVEN_NAMES.split())
_SURNAMES = """
smith johnson williams jones garcia davis rodriguez martinez hernandez lopez gonzalez wilson anderson taylor
moore jackson lee perez thompson sanchez harris clark ramirez lewis robinson walker allen wright torres
nguyen flores adams nelson rivera campbell mitchell roberts gomez phillips evans turner diaz edwards collins
reyes stewart morris morales murphy rogers gutierrez ortiz morgan cooper peterson bailey reed howard ramos
kim ward richardson watson brooks chavez bennett mendoza ruiz hughes alvarez castillo sanders patel myers
ross jimenez powell jenkins perry russell sullivan barnes fisher henderson coleman simmons patterson jordan
reynolds hamilton graham wallace schmidt schneider mueller kowalski novak ivanov petrov rossi ferrari dubois
tanaka suzuki yamamoto wang zhang chen singh kumar sharma gupta khan hussain obama trump biden clinton
"""
SURNAMES = frozenset(_SURNAMES.split())
_DISEASES = """
acne adhd aids alzheimer alzheimers amnesia anaemia anemia aneurysm angina anorexia anthrax appendicitis
arrhythmia arthritis asthma atherosclerosis autism bipolar botulism bronchitis bulimia bursitis cancer
carcinoma cataract cellulitis chickenpox chlamydia cholera cirrhosis colitis conjunctivitis copd covid
crohn crohns cystitis cystic dementia dengue dermatitis diabetes diabetic diphtheria diverticulitis dyslexia
ebola eczema edema emphysema encephalitis endometriosis epilepsy epileptic fibroids fibromyalgia flu
gallstones gangrene gastritis giardia gingivitis glaucoma goitre gonorrhea gonorrhoea gout haemophilia
haemorrhoids hemophilia hemorrhoids hepatitis hernia herpes hiv hodgkin huntington hypertension
hyperthyroidism hypotension hypothyroidism impetigo influenza insomnia jaundice kidney keratitis
laryngitis legionella leprosy leukaemia leukemia listeria lupus lyme lymphoma malaria measles melanoma
meningitis migraine migraines mononucleosis mumps myeloma narcolepsy nephritis neuralgia neuropathy
norovirus obesity osteoarthritis osteoporosis pancreatitis parkinson parkinsons pertussis pharyngitis
plague pleurisy pneumonia polio porphyria psoriasis psychosis ptsd rabies retinopathy rheumatism rickets
rosacea rubella salmonella sarcoma scabies schizophrenia sciatica scoliosis scurvy sepsis shingles sinusitis
smallpox strep stroke syphilis tetanus thalassemia thrombosis thyroid tinnitus tonsillitis tourette
tuberculosis tumor tumour typhoid typhus ulcer ulcers urticaria varicella vertigo vitiligo zika
"""
DISEASES = frozenset(_DISEASES.split())

_BRANDS = """
google apple microsoft amazon facebook instagram twitter tiktok youtube netflix spotify uber lyft airbnb
paypal venmo whatsapp snapchat linkedin reddit wikipedia excel powerpoint photoshop android iphone
ipad alexa siri cortana chatgpt openai anthropic claude gemini copilot tesla toyota ford honda nike adidas
walmart ikea starbucks mastercard samsung sony nintendo playstation xbox disney marvel pokemon zoom
slack trello notion salesforce shopify wordpress docker kubernetes github react
"""
BRANDS = frozenset(_BRANDS.split())


@pytest.fixture(scope="module")
def built() -> tuple[list[Entry], list[Problem]]:
    return collect()


def words_of_list() -> set[str]:
    listed = load_phrases()
    text = " ".join(text for column in listed for text in column if isinstance(text, str))
    return {word.removesuffix("'s") for word in re.findall(r"[a-z']+", text.lower())}


def test_sources_keep_every_rule(built: tuple[list[Entry], list[Problem]]) -> None:
    assert [str(problem) for problem in built[1]] == []
    assert len(built[0]) >= MIN_PHRASES == 2_500


def test_committed_file_is_what_the_sources_build(built: tuple[list[Entry], list[Problem]]) -> None:
    assert render(built[0]) == TARGET.read_bytes()


def test_pin_is_the_hash_of_the_committed_file() -> None:
    assert hashlib.sha256(TARGET.read_bytes()).hexdigest() == PHRASES_SHA256


def test_loaded_columns_are_aligned_with_the_sources(built: tuple[list[Entry], list[Problem]]) -> None:
    listed = load_phrases()
    assert list(zip(*listed, strict=True)) == [entry[:6] for entry in built[0]]
    assert set(listed.concern) == {1, 2, 3, 4, 5}


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_any_changed_byte_is_refused(position: int, change: int) -> None:
    content = bytearray(TARGET.read_bytes())
    content[position % len(content)] ^= change
    with pytest.raises(PublicFileError, match=r"^[^\n]*pinned SHA-256[^\n]*$"):
        parse_phrases(bytes(content), PHRASES_SHA256)


@pytest.mark.parametrize(
    "forbidden", [GIVEN_NAMES, SURNAMES, DISEASES, BRANDS], ids=["given", "sur", "ill", "brand"]
)
def test_nobody_and_nothing_private_is_named(forbidden: frozenset[str]) -> None:
    assert len(forbidden) >= 60
    assert words_of_list() & forbidden == set()


def test_every_permitted_capital_is_used(built: tuple[list[Entry], list[Problem]]) -> None:
    used = {word.strip(",") for entry in built[0] for word in entry.phrase.split()[1:]}
    assert used >= PROPER_WORDS


GOOD = "Write a cover letter"


@pytest.mark.parametrize(
    ("phrase", "rule"),
    [
        ("Write a résumé for work", "characters"),
        ("Write a cover letter.", "characters"),
        ("Write  a cover letter now", "characters"),
        ("Find 3 good flights", "characters"),
        ("Write letters", "length"),
        ("Write a very long letter to a very old friend", "length"),
        ("Letters about old friends", "verb"),
        ("write a good story", "verb"),
        ("Write a letter to Kowalski", "case"),
        ("Write the cover letters", "near_copy"),
        ("Write cover a letter", "near_copy"),
    ],
)
def test_a_bad_phrase_is_caught_by_its_rule(phrase: str, rule: str) -> None:
    entries = [
        Entry(text, "Theme", "Area", 1, "Ask themes", "Ask areas", "a.txt", line)
        for line, text in enumerate((GOOD, phrase), start=3)
    ]
    assert rule in {problem.rule for problem in phrase_problems(entries) if problem.line == 4}
    assert not [problem for problem in phrase_problems(entries) if problem.line == 3]


@pytest.mark.parametrize(
    "name", ["Taxes", "Personal taxes", "Pay Kowalski", "Write the cover letters", "Pay 3 taxes", "pay taxes"]
)
def test_a_bad_name_of_a_heading_is_caught(name: str) -> None:
    entries, problems = read_source("a.txt", f"# Money: Handle money\n## Taxes: {name}\n{GOOD}")
    assert not problems
    assert [problem.rule for problem in name_problems(entries)] == ["name"]


def test_a_heading_names_groups_by_its_own_name_or_by_its_title() -> None:
    entries, _ = read_source("a.txt", f"# Money\n## Personal taxes: Pay personal taxes @2\n{GOOD}")
    assert entries[0][1:6] == ("Personal taxes", "Money", 2, "Pay personal taxes", "Ask about money")
    assert list(name_problems(entries)) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Area without mark\n## Theme title\n" + GOOD, "area"),
        ("# Area\n# Second area\n## Theme title\n" + GOOD, "area"),
        ("# Area\n" + GOOD, "theme"),
        ("# Area\n## Theme title @6\n" + GOOD, "theme"),
        ("# Area\n## theme 2\n" + GOOD, "title"),
    ],
)
def test_a_bad_layout_is_caught_by_its_rule(text: str, rule: str) -> None:
    assert rule in {problem.rule for problem in read_source("a.txt", text)[1]}


def test_problems_of_the_whole_list_are_caught() -> None:
    entries = [
        Entry(GOOD, "Theme", "Area", 1, "Ask themes", "Ask areas", file, 3) for file in ("a.txt", "b.txt")
    ]
    assert {problem.rule for problem in theme_problems(entries)} == {
        "theme_size",
        "repeated_title",
        "too_few",
    }


def test_a_missing_source_folder_is_a_problem_not_an_empty_list(tmp_path: Path) -> None:
    assert [problem.rule for problem in collect(tmp_path)[1]] == ["too_few"]


def test_a_problem_reads_as_one_sentence_with_its_place() -> None:
    for rule in RULES:
        assert re.fullmatch(r"a\.txt, line 7: [^.\n]+\.", str(Problem("a.txt", 7, rule)))


@given(st.permutations(GOOD.split()))
def test_near_copies_ignore_the_order_of_words(words: list[str]) -> None:
    assert phrase_key(" ".join(words)) == phrase_key(GOOD)
    assert phrase_key("Write C code") != phrase_key("Write C++ code")
