"""The public Open Payments file of general payments: its columns, and a row of it.

Source: the header of the general payment file, program years from 2021 on; checked 2026-11-22.
What a rep can't know (numbers of the filing company, ownership, publication) stays empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from repplan.records import dataclass
from repplan.spending.money import plain_amount
from repplan.spreadsheet import csv_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from repplan.spending.model import Item

COLUMNS = tuple(
    """
Change_Type Covered_Recipient_Type Teaching_Hospital_CCN Teaching_Hospital_ID
Teaching_Hospital_Name Covered_Recipient_Profile_ID Covered_Recipient_NPI
Covered_Recipient_First_Name Covered_Recipient_Middle_Name Covered_Recipient_Last_Name
Covered_Recipient_Name_Suffix Recipient_Primary_Business_Street_Address_Line1
Recipient_Primary_Business_Street_Address_Line2 Recipient_City Recipient_State
Recipient_Zip_Code Recipient_Country Recipient_Province Recipient_Postal_Code
Covered_Recipient_Primary_Type_1 Covered_Recipient_Primary_Type_2
Covered_Recipient_Primary_Type_3 Covered_Recipient_Primary_Type_4
Covered_Recipient_Primary_Type_5 Covered_Recipient_Primary_Type_6
Covered_Recipient_Specialty_1 Covered_Recipient_Specialty_2 Covered_Recipient_Specialty_3
Covered_Recipient_Specialty_4 Covered_Recipient_Specialty_5 Covered_Recipient_Specialty_6
Covered_Recipient_License_State_code1 Covered_Recipient_License_State_code2
Covered_Recipient_License_State_code3 Covered_Recipient_License_State_code4
Covered_Recipient_License_State_code5
Submitting_Applicable_Manufacturer_or_Applicable_GPO_Name
Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_ID
Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Name
Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_State
Applicable_Manufacturer_or_Applicable_GPO_Making_Payment_Country
Total_Amount_of_Payment_USDollars Date_of_Payment
Number_of_Payments_Included_in_Total_Amount Form_of_Payment_or_Transfer_of_Value
Nature_of_Payment_or_Transfer_of_Value City_of_Travel State_of_Travel Country_of_Travel
Physician_Ownership_Indicator Third_Party_Payment_Recipient_Indicator
Name_of_Third_Party_Entity_Receiving_Payment_or_Transfer_of_Value Charity_Indicator
Third_Party_Equals_Covered_Recipient_Indicator Contextual_Information
Delay_in_Publication_Indicator Record_ID Dispute_Status_for_Publication
Related_Product_Indicator Covered_or_Noncovered_Indicator_1
Indicate_Drug_or_Biological_or_Device_or_Medical_Supply_1
Product_Category_or_Therapeutic_Area_1
Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_1 Associated_Drug_or_Biological_NDC_1
Associated_Device_or_Medical_Supply_PDI_1 Covered_or_Noncovered_Indicator_2
Indicate_Drug_or_Biological_or_Device_or_Medical_Supply_2
Product_Category_or_Therapeutic_Area_2
Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_2 Associated_Drug_or_Biological_NDC_2
Associated_Device_or_Medical_Supply_PDI_2 Covered_or_Noncovered_Indicator_3
Indicate_Drug_or_Biological_or_Device_or_Medical_Supply_3
Product_Category_or_Therapeutic_Area_3
Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_3 Associated_Drug_or_Biological_NDC_3
Associated_Device_or_Medical_Supply_PDI_3 Covered_or_Noncovered_Indicator_4
Indicate_Drug_or_Biological_or_Device_or_Medical_Supply_4
Product_Category_or_Therapeutic_Area_4
Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_4 Associated_Drug_or_Biological_NDC_4
Associated_Device_or_Medical_Supply_PDI_4 Covered_or_Noncovered_Indicator_5
Indicate_Drug_or_Biological_or_Device_or_Medical_Supply_5
Product_Category_or_Therapeutic_Area_5
Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_5 Associated_Drug_or_Biological_NDC_5
Associated_Device_or_Medical_Supply_PDI_5 Program_Year Payment_Publication_Date
""".split()
)
"""Every column, in the file's order."""

CURRENCY = "USD"
"""The file's amounts are in this one alone."""

_NATURES = {
    "food": "Food and Beverage",
    "travel": "Travel and Lodging",
    "education": "Education",
    "speaker": (
        "Compensation for services other than consulting, including serving as faculty or as a "
        "speaker at a venue other than a continuing education program"
    ),
    "consulting": "Consulting Fee",
    "honorarium": "Honoraria",
    "gift": "Gift",
    "grant": "Grant",
    "entertainment": "Entertainment",
    "charity": "Charitable Contribution",
}
_PAID = frozenset({"speaker", "consulting", "honorarium", "grant", "charity"})
_IN_KIND, _CASH = "In-kind items and services", "Cash or cash equivalent"
_PHYSICIAN = "Covered Recipient Physician"
_PRACTITIONER = "Covered Recipient Non-Physician Practitioner"
_TYPES = {
    "physician": (_PHYSICIAN, ""),
    "nurse practitioner": (_PRACTITIONER, "Nurse Practitioner"),
    "physician assistant": (_PRACTITIONER, "Physician Assistant"),
}


@dataclass(frozen=True)
class Recipient:
    """Who got it, as the file asks for it; empty where it isn't known."""

    role: str
    given_name: str
    family_name: str
    npi: str
    specialty: str
    street: str
    city: str
    state: str
    postcode: str
    country: str
    licence_states: tuple[str, ...]


def open_payments_csv(rows: Iterable[tuple[Item, Recipient]], year: int) -> bytes:
    """Return the items as a file with the public file's columns, one row for each share."""
    return csv_table(COLUMNS, (_row(item, who, year) for item, who in rows))


def _row(item: Item, who: Recipient, year: int) -> dict[str, str]:
    spend, share = item.spend, item.share
    recipient, primary = _TYPES.get(who.role, ("", ""))
    year_on, month, day = spend.on_date.split("-")
    row = {
        "Change_Type": "NEW",
        "Covered_Recipient_Type": recipient,
        "Covered_Recipient_NPI": who.npi,
        "Covered_Recipient_First_Name": who.given_name,
        "Covered_Recipient_Last_Name": who.family_name,
        "Recipient_Primary_Business_Street_Address_Line1": who.street,
        "Recipient_City": who.city,
        "Recipient_State": who.state,
        "Recipient_Zip_Code": who.postcode,
        "Recipient_Country": who.country,
        "Covered_Recipient_Primary_Type_1": primary,
        "Covered_Recipient_Specialty_1": who.specialty,
        "Total_Amount_of_Payment_USDollars": plain_amount(share.minor, spend.currency),
        "Date_of_Payment": f"{month}/{day}/{year_on}",
        "Number_of_Payments_Included_in_Total_Amount": "1",
        "Form_of_Payment_or_Transfer_of_Value": _CASH if spend.nature in _PAID else _IN_KIND,
        "Nature_of_Payment_or_Transfer_of_Value": _NATURES.get(spend.nature, ""),
        "Contextual_Information": spend.what or "",
        "Record_ID": spend.ref,
        "Related_Product_Indicator": "Yes" if spend.product else "No",
        "Name_of_Drug_or_Biological_or_Device_or_Medical_Supply_1": spend.product or "",
        "Program_Year": str(year),
    }
    states = enumerate(who.licence_states[:5], 1)
    row |= {f"Covered_Recipient_License_State_code{at}": one for at, one in states}
    return row
