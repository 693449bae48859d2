"""The talk behind `pipctl new`, in a real terminal."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.running import pipctl
from tests.cli.terminal import CTRL_C, CTRL_D, Terminal
from tests.plans import data_of


@pytest.fixture
def sweden(tmp_path: Path) -> Path:
    (tmp_path / "pipctl.yaml").write_text("pipctl: 1\nlanguage: sv\ncountry: SE\n", encoding="utf-8")
    return tmp_path


def files_in(folder: Path) -> list[str]:
    found = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(one for one in found if one != "pipctl.yaml")


DANISH = [
    ("Which language is the plan in?", "4", "da"),
    ("Hvilket lands lov og helligdage gælder?", ""),
    ("graviditet, barsel eller anden orlov",),
    ("Gælder noget af dette for medarbejderen?", "måske", "n"),
    ("Hvem gælder planen for?", "", 'Søren "S" Æbelø: #1 [b]x[/b]'),
    ("Hvilken stilling?", "Kundekonsulent"),
    ("Hvilken afdeling?", ""),
    ("Hvornår blev medarbejderen ansat?", "1.8.2019", "2019-02-30", "før", "2019-08-01"),
    ("Hvem er nærmeste leder?", "Åse Lindqvist"),
    ("Lederens stilling?", "Team\u202eleder", "Teamleder"),
    ("Hvem i HR følger forløbet?", ""),
    ("Hvornår begynder planen?", "2026-03-03"),
    ("Hvor længe skal den løbe?", "90", "2026-03-03", "3 uger"),
    ("2026-03-03 til 2026-03-24: 21 dage, heraf 16 arbejdsdage",),
    ("Mindre end 30 dage",),
    ("En anden længde?", "90 dage"),
    ("2026-03-03 til 2026-06-01: 90 dage, heraf 60 arbejdsdage",),
    ("Hvor tit holder I statusmøde?", "1"),
    ("C0 2026-03-03 tirsdag uge 10 opstartsmøde",),
    ("eller vil du hellere have en anden rytme?", "2"),
    ("C1 2026-03-17 tirsdag uge 12 statusmøde",),
    ("eller vil du hellere have en anden rytme?", ""),
    ("Hvad handler planen om?", "1;2", "1, 3"),
    ("Hvad forventes der i stillingen?", "Mindst 85 % tilfredse kunder"),
    ("Hvad er der faktisk opnået?", "72 % tilfredse kunder"),
    ("Er der en konkret hændelse, der viser det?", "2025-11-12"),
    ("Hvad skete der?", "14 af 20 sager blev besvaret for sent"),
    ("Hvad betød det for opgaverne?", ""),
    ("En hændelse mere?", ""),
    ("Er der noget i arbejdet, der kan forklare det?", ""),
    ("Hvordan ser medarbejderen selv på det?", ""),
    ("En plan er aldrig det første skridt.", "2025-12-03"),
    ("Hvad var det for et skridt?", "1"),
    ("Hvad talte I om, eller hvad gjorde I?", "Samtale om svartid"),
    ("Hvad kom der ud af det?", "Svartiden faldt i to uger"),
    ("Et skridt mere?", ""),
    ("Mål 1: Hvad skal være nået?", "Øg kundetilfredsheden til 85 %"),
    ("Hvad måles der på?", "Tilfredse kunder"),
    ("I hvilken enhed?", "%"),
    ("Fra: Hvad er tallet i dag?", "1.000", "mange", "72,5 %"),
    ("Til: Hvad skal det være?", "85"),
    ("Senest: Hvilken dag?", "2026-06-01"),
    ("Mål 2: Hvad skal være nået?", ""),
    ("Støtte 1: Hvad får medarbejderen hjælp til?", "Seks timers coaching"),
    ("Hvem sørger for det?", "Leder"),
    ("Hvornår skal støtten senest være givet?", "2026-04-01"),
    ("Støtte 2: Mere hjælp?", ""),
    ("Hvad kan det føre til, hvis målene ikke nås?", "Omplacering kan komme på tale"),
    ("Hvad sker der, når målene er nået?", ""),
    ("Fil plans/2026-001.yaml",),
    ("Skal planen gemmes?", ""),
]
"""What is said, and what is answered to it; each further answer when it is asked again."""


def test_a_danish_plan_from_the_first_question_to_the_last(tmp_path: Path) -> None:
    with Terminal("new", cwd=tmp_path) as terminal:
        for words, *answers in DANISH:
            terminal.answer(words, *answers)
        assert terminal.end() == 0
        said = terminal.said
    for explained in (
        "Svar j for ja eller n for nej.",
        "Det skal stå i planen.",
        "Skriv et af tallene fra 1 til 3.",
        "Skriv datoen i denne rækkefølge: 2019-08-01",
        "2019-02-30 findes ikke i kalenderen.",
        "Skriv datoen som år-måned-dag",
        "et tegn, der ikke kan stå i en plan (U+202E)",
        "Skriv et antal dage eller uger eller en slutdato",
        "1.000 kan læses på to måder. Skriv 1000 eller 1,0.",
        "Skriv et tal, fx 72 eller 72,5.",
        "pipctl lint plans/2026-001.yaml",
    ):
        assert explained in said
    assert data_of((tmp_path / "plans" / "2026-001.yaml").read_bytes()) == {
        "pipctl": 1, "id": "2026-001", "language": "da", "country": "DK",
        "employee": {
            "name": 'Søren "S" Æbelø: #1 [b]x[/b]', "role": "Kundekonsulent", "since": "2019-08-01",
        },
        "manager": {"name": "Åse Lindqvist", "role": "Teamleder"},
        "period": {"start": "2026-03-03", "days": 90},
        "background": {
            "category": ["results", "quality"],
            "expected": "Mindst 85 % tilfredse kunder", "actual": "72 % tilfredse kunder",
            "incidents": [{"what": "14 af 20 sager blev besvaret for sent", "date": "2025-11-12"}],
            "earlier_steps": [{
                "what": "Samtale om svartid", "date": "2025-12-03", "kind": "feedback",
                "result": "Svartiden faldt i to uger",
            }],
        },
        "goals": [{
            "id": "G1", "text": "Øg kundetilfredsheden til 85 %", "due": "2026-06-01",
            "measure": {
                "indicator": "Tilfredse kunder", "unit": "%", "baseline": Decimal("72.5"), "target": 85,
            },
        }],
        "support": [
            {"id": "S1", "what": "Seks timers coaching", "provider": "manager", "due": "2026-04-01"},
        ],
        "follow_up": {
            "rhythm": "biweekly",
            "check_ins": [
                {"id": "C0", "date": "2026-03-03", "kind": "kick-off"},
                {"id": "C1", "date": "2026-03-17"},
                {"id": "C2", "date": "2026-03-31"},
                {"id": "C3", "date": "2026-04-14", "kind": "midway"},
                {"id": "C4", "date": "2026-04-28"},
                {"id": "C5", "date": "2026-05-12"},
                {"id": "C6", "date": "2026-05-26"},
                {"id": "C7", "date": "2026-06-01", "kind": "final"},
            ],
        },
        "consequence": {"not_met": "Omplacering kan komme på tale"},
    }  # fmt: skip


def required_only(terminal: Terminal) -> None:
    """Answer in Swedish what a plan cannot be without, and skip everything else."""
    terminal.answer("Gäller något av detta för medarbetaren?", "n")
    terminal.answer("Vem gäller planen?", "Åsa Öberg")
    for question in ("Vilken roll?", "Vilken avdelning?", "När började anställningen?"):
        terminal.answer(question, "")
    terminal.answer("Vem är närmaste chef?", "Ulf Ek")
    for question in (
        "Chefens roll?", "Vem på HR följer arbetet?", "När börjar planen?", "Hur länge ska den löpa?",
        "Hur ofta har ni avstämning?", "eller vill du ha en annan rytm?", "Vad handlar planen om?",
        "Vad förväntas i rollen?", "Vad har faktiskt uppnåtts?", "Finns det en konkret händelse",
        "Finns det något i arbetet", "Hur ser medarbetaren själv på saken?",
        "En handlingsplan är aldrig första steget.", "Varför har inget gjorts före planen?",
        "Mål 1: Vad ska vara uppnått?", "Stöd 1: Vad får medarbetaren hjälp med?",
        "Vad kan det leda till om målen inte nås?", "Vad händer när målen är uppnådda?",
    ):  # fmt: skip
        terminal.answer(question, "")


def test_whoever_skips_everything_gets_what_the_flags_alone_give(sweden: Path) -> None:
    with Terminal("new", cwd=sweden) as terminal:
        required_only(terminal)
        terminal.answer("Ska planen sparas?", "j")
        assert terminal.end() == 0
        assert "8 veckor" in terminal.said
    by_flags = pipctl(
        "new", "--no-input", "--id", "2026-001", "--employee", "Åsa Öberg", "--manager", "Ulf Ek",
        "--start", "2026-02-23", "--weeks", "8", "../p.yaml", cwd=sweden / "plans",
    )  # fmt: skip
    assert by_flags.returncode == 2  # the id is used
    (sweden / "plans" / "2026-001.yaml").rename(sweden / "talked.txt")
    by_flags = pipctl(
        "new", "--no-input", "--employee", "Åsa Öberg", "--manager", "Ulf Ek", "--start", "2026-02-23",
        "--weeks", "8", "-", cwd=sweden,
    )  # fmt: skip
    assert (sweden / "talked.txt").read_text(encoding="utf-8") == by_flags.stdout


def test_what_the_flags_say_is_not_asked(sweden: Path) -> None:
    flags = (
        "--employee", "Åsa Öberg", "--role", "Säljare", "--department", "Väst", "--since", "2019-08-01",
        "--manager", "Ulf Ek", "--manager-role", "Säljchef", "--hr", "Lis Toft", "--start", "2026-03-07",
        "--weeks", "2", "--rhythm", "weekly", "--category", "results", "p.yaml",
    )  # fmt: skip
    with Terminal("new", *flags, cwd=sweden) as terminal:
        terminal.answer("Gäller något av detta för medarbetaren?", "n")
        between = terminal.expect("Vad förväntas i rollen?")
        assert ">" not in between
        assert "?" not in between
        assert "2026-03-07 är en ledig dag. Uppstartsmötet läggs 2026-03-09." in between
        assert "Ge planen minst 30 dagar från start till slut." in between
        assert "C0 2026-03-09 måndag vecka 11 uppstartsmöte" in between


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("after", [0, 2, 6])
def test_breaking_off_ends_with_130_and_writes_nothing(sweden: Path, key: str, after: int) -> None:
    questions = [
        ("Gäller något av detta för medarbetaren?", "n"), ("Vem gäller planen?", "Åsa Öberg"),
        ("Vilken roll?", ""), ("Vilken avdelning?", ""), ("När började anställningen?", ""),
        ("Vem är närmaste chef?", "Ulf Ek"), ("Chefens roll?", ""),
    ]  # fmt: skip
    with Terminal("new", cwd=sweden) as terminal:
        for question, answer in questions[:after]:
            terminal.answer(question, answer)
        terminal.expect(questions[after][0])
        terminal.expect(">")
        terminal.type(key)
        terminal.expect("Avbrutet. Ingenting har sparats.")
        assert terminal.end() == 130
        assert "Traceback" not in terminal.said
    assert files_in(sweden) == []


def test_breaking_off_in_the_middle_of_an_answer_and_before_saving(sweden: Path) -> None:
    with Terminal("new", cwd=sweden) as terminal:
        required_only(terminal)
        terminal.expect("Ska planen sparas?")
        terminal.expect(">")
        terminal.type("j" + CTRL_C)
        assert terminal.end() == 130
    assert files_in(sweden) == []


def test_a_no_at_the_end_saves_nothing(sweden: Path) -> None:
    with Terminal("new", cwd=sweden) as terminal:
        required_only(terminal)
        terminal.answer("Ska planen sparas?", "n")
        assert terminal.end() == 130
        assert "Ingenting har sparats." in terminal.said
    assert files_in(sweden) == []


def test_what_speaks_against_a_plan_leads_to_hr_first(sweden: Path) -> None:
    with Terminal("new", cwd=sweden) as terminal:
        terminal.answer("Gäller något av detta för medarbetaren?", "ja")
        terminal.expect("Tala med HR innan du gör en plan.")
        terminal.answer("Har HR tittat på ärendet", "")
        assert terminal.end() == 130
        assert "Vem gäller planen?" not in terminal.said
    assert files_in(sweden) == []


def test_nothing_of_the_answer_about_leave_or_illness_is_kept(sweden: Path) -> None:
    flags = ("--employee", "Åsa Öberg", "--manager", "Ulf Ek", "--start", "2026-03-02", "--weeks", "8")
    plain = pipctl("new", "--no-input", *flags, "-", cwd=sweden).stdout
    with Terminal("new", *flags, "p.yaml", cwd=sweden) as terminal:
        terminal.answer("Gäller något av detta för medarbetaren?", "j")
        terminal.answer("Har HR tittat på ärendet", "j")
        terminal.expect("Vilken roll?")
        for _ in range(19):
            terminal.expect(">")
            terminal.type("\r")
        terminal.answer("Ska planen sparas?", "j")
        assert terminal.end() == 0
    assert (sweden / "p.yaml").read_text(encoding="utf-8") == plain


def test_a_plan_for_standard_output_is_all_that_goes_there(sweden: Path) -> None:
    with Terminal("new", "-", cwd=sweden, output=sweden / "out.txt") as terminal:
        required_only(terminal)
        terminal.answer("Ska planen sparas?", "j")
        assert terminal.end() == 0
    text = (sweden / "out.txt").read_text(encoding="utf-8")
    assert text.startswith("# Individuell handlingsplan\n")
    assert data_of(text)["employee"] == {"name": "Åsa Öberg"}
    assert files_in(sweden) == ["out.txt"]


def test_a_file_that_exists_is_refused_before_anything_is_asked(sweden: Path) -> None:
    (sweden / "p.yaml").write_text("mine", encoding="utf-8")
    with Terminal("new", "p.yaml", cwd=sweden) as terminal:
        assert terminal.end() == 2
        assert terminal.said.startswith("pipctl: p.yaml finns redan.")


def test_answers_are_not_lost_to_a_file_that_came_meanwhile(sweden: Path) -> None:
    with Terminal("new", "p.yaml", cwd=sweden) as terminal:
        required_only(terminal)
        terminal.expect("Ska planen sparas?")
        (sweden / "p.yaml").write_text("theirs", encoding="utf-8")
        terminal.expect(">")
        terminal.type("\r")
        terminal.expect("name: Åsa Öberg")
        terminal.expect("p.yaml finns redan.")
        assert terminal.end() == 2
    assert (sweden / "p.yaml").read_text(encoding="utf-8") == "theirs"


def test_a_start_after_the_given_end_is_explained_and_asked_again(sweden: Path) -> None:
    flags = ("--employee", "A", "--manager", "B", "--end", "2026-04-27", "p.yaml")
    with Terminal("new", *flags, cwd=sweden) as terminal:
        terminal.answer("Gäller något av detta för medarbetaren?", "n")
        for question in ("Vilken roll?", "Vilken avdelning?", "När började", "Chefens roll?", "Vem på HR"):
            terminal.answer(question, "")
        terminal.answer("När börjar planen?", "2026-05-04")
        terminal.answer("den måste sluta efter startdatumet 2026-05-04", "2026-03-02")
        terminal.expect("2026-03-02 till 2026-04-27: 56 dagar")


def test_a_vague_goal_is_told_at_once_and_can_be_written_anew(sweden: Path) -> None:
    flags = (
        "--employee", "A", "--role", "B", "--department", "C", "--since", "2019-08-01", "--manager", "D",
        "--manager-role", "E", "--hr", "F", "--start", "2026-03-02", "--weeks", "8", "--rhythm", "weekly",
        "--category", "results", "p.yaml",
    )  # fmt: skip
    with Terminal("new", *flags, cwd=sweden) as terminal:
        terminal.answer("Gäller något av detta för medarbetaren?", "n")
        for question in (
            "Vad förväntas i rollen?", "Vad har faktiskt uppnåtts?", "Finns det en konkret händelse",
            "Finns det något i arbetet", "Hur ser medarbetaren själv på saken?",
            "En handlingsplan är aldrig första steget.", "Varför har inget gjorts före planen?",
        ):  # fmt: skip
            terminal.answer(question, "")
        terminal.answer("Mål 1: Vad ska vara uppnått?", "Bli bättre på kundservice")
        terminal.answer("Vad mäts?", "")
        terminal.answer("Senast: Vilken dag?", "")
        terminal.expect("Det är ännu inte tydligt nog:")
        terminal.answer("Skriv om målet", "Öka kundnöjdheten från 72 % till 85 % senast den 27 april 2026.")
        between = terminal.expect("Mål 2: Vad ska vara uppnått?")
        assert "inte tydligt nog" not in between


KNOWN = (
    "--employee", "A", "--role", "B", "--department", "C", "--since", "2019-08-01", "--manager", "D",
    "--manager-role", "E", "--hr", "F", "--category", "results",
)  # fmt: skip


def test_odd_plans_are_shown_as_they_are(sweden: Path) -> None:
    flags = ("--start", "2026-03-07", "--days", "1", "--rhythm", "weekly", "p.yaml")
    with Terminal("new", *KNOWN, *flags, cwd=sweden) as terminal:
        terminal.answer("Gäller något av detta för medarbetaren?", "n")
        terminal.expect("Det finns ingen arbetsdag i perioden")
        for question in ("Vad förväntas i rollen?", "Vad har faktiskt uppnåtts?"):
            terminal.answer(question, "")
        terminal.answer("Finns det en konkret händelse", "2026-01-12")
        terminal.answer("Vad hände?", "")
        for question in ("Finns det något i arbetet", "Hur ser medarbetaren själv på saken?"):
            terminal.answer(question, "")
        terminal.answer("En handlingsplan är aldrig första steget.", "2026-01-12")
        terminal.answer("Vad var det för steg?", "")
        terminal.answer("Vad tog ni upp, eller vad gjorde ni?", "")
        terminal.answer("Varför har inget gjorts före planen?", "")
        for number in range(1, 6):
            terminal.answer(f"Mål {number}: Vad ska vara uppnått?", f"Svara på minst {number} brev per dag")
            terminal.answer("Vad mäts?", "")
            terminal.answer("Senast: Vilken dag?", "")
        terminal.expect("Fem mål räcker")
        terminal.answer("Stöd 1: Vad får medarbetaren hjälp med?", "")
        for question in ("Vad kan det leda till", "Vad händer när målen är uppnådda?"):
            terminal.answer(question, "")
        terminal.expect("pipctl lint hittar 1 fel")
        terminal.expect("PE01")
        terminal.answer("Ska planen sparas?", "")
        assert terminal.end() == 0
    data = data_of((sweden / "p.yaml").read_bytes())
    assert [goal["id"] for goal in data["goals"]] == ["G1", "G2", "G3", "G4", "G5"]
    assert data["background"] == {"category": "results"}
    assert "check_ins" not in data["follow_up"]


def test_of_many_meetings_the_first_are_shown_and_when_the_last_one_is(sweden: Path) -> None:
    flags = ("--start", "2026-03-02", "--weeks", "40", "--rhythm", "weekly", "p.yaml")
    with Terminal("new", *KNOWN, *flags, cwd=sweden) as terminal:
        terminal.answer("Gäller något av detta för medarbetaren?", "n")
        terminal.expect("C15 2026-06-15 måndag vecka 25 avstämning")
        terminal.expect("möten till, det sista 2026-12-07")


def test_a_length_that_the_linter_thinks_ill_of_may_be_kept(sweden: Path) -> None:
    flags = ("--start", "2026-03-02", "--rhythm", "weekly", "p.yaml")
    with Terminal("new", *KNOWN, *flags, cwd=sweden) as terminal:
        terminal.answer("Gäller något av detta för medarbetaren?", "n")
        terminal.answer("Hur länge ska den löpa?", "3 veckor")
        terminal.answer("En annan längd?", "")
        terminal.expect("C0 2026-03-02")
