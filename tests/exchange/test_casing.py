"""Names in capitals become names as people write them; what is mixed already stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repplan.exchange.casing import credential_case, person_case, place_case, town_case


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("NGUYEN", "Nguyen"),
        ("MCDONALD", "McDonald"),
        ("MACDONALD", "MacDonald"),
        ("MACIAS", "Macias"),
        ("MACKEY", "Mackey"),
        ("MC", "Mc"),
        ("O'BRIEN-SMITH", "O'Brien-Smith"),
        ("O’NEIL", "O’Neil"),
        ("D'ANGELO", "D'Angelo"),
        ("MCCOY-DAVIS", "McCoy-Davis"),
        ("AL-SAYED", "Al-Sayed"),
        ("DE LA CRUZ", "de la Cruz"),
        ("LA ROSA", "La Rosa"),
        ("VAN DER BERG", "van der Berg"),
        ("VON TRAPP", "von Trapp"),
        ("VAN", "Van"),
        ("DI", "Di"),
        ("ST. JOHN", "St. John"),
        ("SMITH III", "Smith III"),
        ("MÜLLER", "Müller"),
        ("McDonald", "McDonald"),
        ("de Silva", "de Silva"),
        ("", ""),
    ],
)
def test_family_names(said: str, shown: str) -> None:
    """A family name in capitals gets the capitals that its kind of name has."""
    assert person_case(said, is_family=True) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("MARY JO", "Mary Jo"),
        ("  MARY   JO ", "Mary Jo"),
        ("ANNE-MARIE", "Anne-Marie"),
        ("JOSÉ", "José"),
        ("D'ANN", "D'Ann"),
        ("JP", "JP"),
        ("TJ ANN", "TJ Ann"),
        ("J. P.", "J. P."),
        ("MD", "Md"),
        ("LY", "Ly"),
        ("AL", "Al"),
        ("DE LA", "De La"),
    ],
)
def test_given_names(said: str, shown: str) -> None:
    """Two consonants are initials, a vowel makes a name, and no particle goes small."""
    assert person_case(said) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1801 W 40TH AVE", "1801 W 40th Ave"),
        ("100 MCDONALD DR NE", "100 McDonald Dr NE"),
        ("500B 2ND ST", "500B 2nd St"),
        ("12 LA BREA AVE", "12 La Brea Ave"),
        ("AVENUE OF THE AMERICAS", "Avenue of the Americas"),
        ("PO BOX 12", "PO Box 12"),
        ("US HWY 1", "US Hwy 1"),
        ("ST LUKE'S WAY", "St Luke's Way"),
        ("DES MOINES", "Des Moines"),
        ("COEUR D'ALENE", "Coeur d'Alene"),
        ("COEUR D ALENE", "Coeur d Alene"),
        ("O'FALLON", "O'Fallon"),
        ("RANCHO DE LA OSA", "Rancho de la Osa"),
        ("FOND DU LAC", "Fond du Lac"),
        ("SANTA FE", "Santa Fe"),
        ("WINSTON-SALEM", "Winston-Salem"),
        ("King of Prussia", "King of Prussia"),
    ],
)
def test_places(said: str, shown: str) -> None:
    """Streets and towns keep directions and boxes in capitals, and small words small."""
    assert place_case(said) == town_case(said) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("M.D.", "MD"),
        ("M D", "MD"),
        ("M.D., PH.D.", "MD, PhD"),
        ("MD, M.D.", "MD"),
        ("RN MSN ACNS", "RN, MSN, ACNS"),
        ("DNP/APRN", "DNP, APRN"),
        ("PHARM D", "PharmD"),
        ("PA-C", "PA-C"),
        ("FNP-BC", "FNP-BC"),
        ("", ""),
    ],
)
def test_credentials(said: str, shown: str) -> None:
    """However they are dotted and parted, credentials come out one way, each once."""
    assert credential_case(said) == shown


@given(st.text(alphabet="ABCDEILMNOSTUÉÜ'- 0123", max_size=30))
def test_only_the_case_changes(words: str) -> None:
    """No letter is lost or made, only blanks are squeezed."""
    squeezed = " ".join(words.split()).casefold()
    for case in (person_case, place_case):
        assert case(words).casefold() == squeezed
