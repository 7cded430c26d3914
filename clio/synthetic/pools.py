"""Small public word pools that patterns draw from; entries are patterns themselves.

Names, places and firms are common or invented; none stands for a real person or customer.
"""


def _split(text: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in text.replace("\n", " ").split(",") if entry.strip())


POOLS: dict[str, tuple[str, ...]] = {
    "name": _split(
        "Anna, Ben, Carla, Daniel, Elena, Farid, Grace, Hannah, Imran, Julia, Kofi, Laura, Marcus, Nadia, "
        "Oliver,"
        "Priya, Quentin, Rosa, Sam, Tariq, Uma, Victor, Wanda, Yusuf, Zoe, Mei, Jonas, Aisha, Tom, Lucy, "
        "Andre,"
        "Beatriz, Connor, Dana, Emeka, Freya, Gita, Hugo, Ivy, Jamal, Kim, Leo, Maya, Nils, Omar, Paula"
    ),
    "surname": _split(
        "Abbott, Becker, Castillo, Dlamini, Eriksen, Ferrari, Greene, Hughes, Ivanov, Jansen, Kowalski, "
        "Lopez,"
        "Moreau, Nakamura, Okafor, Patel, Quinn, Rossi, Schmidt, Tanaka, Usman, Vargas, Walsh, Young, Zhang"
    ),
    "city": _split(
        "Lisbon, Chicago, Leeds, Toronto, Nairobi, Madrid, Austin, Oslo, Manchester, Melbourne, Dublin, "
        "Kyoto,"
        "Denver, Hamburg, Lyon, Mumbai, Seattle, Glasgow, Krakow, Atlanta, Bristol, Montreal, Cape Town, "
        "Porto,"
        "Boston, Singapore, Valencia, Portland, Vienna, Auckland"
    ),
    "country": _split(
        "Portugal, Italy, Japan, Mexico, Kenya, Norway, Canada, Ireland, India, Greece, Vietnam, Poland, "
        "Chile,"
        "Morocco, Spain, Iceland, Brazil, New Zealand, Austria, Turkey"
    ),
    "company": _split(
        "Larkfield, Norwick Foods, Tessaly, Bluepine, Marlow & Finch, Ortega Tiles, Quillstone, Hexaway, "
        "Brightmoor,"
        "Sunder Logistics, Pellworth, Coppergate, Avenlo, Dunmere Travel, Fernhill Dental, Kestrel Bikes, "
        "Osprey IT"
    ),
    "weekday": _split("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"),
    "month": _split(
        "January, February, March, April, May, June, July, August, September, October, November, December"
    ),
    "season": _split("spring, summer, autumn, winter"),
    "number": tuple(
        str(n) for n in (12, 14, 15, 17, 18, 20, 23, 24, 25, 30, 32, 35, 40, 45, 48, 50, 60, 75, 80, 90)
    ),
    "small": _split("two, three, four, five, six, 2, 3, 4, 5, 6"),
    "big": tuple(
        str(n) for n in (120, 150, 200, 250, 300, 350, 400, 500, 600, 700, 800, 900, 1200, 1500, 2000, 5000)
    ),
    "percent": tuple(f"{n}%" for n in (3, 5, 8, 10, 12, 15, 18, 20, 25, 30, 40, 60)),
    "year": tuple(str(n) for n in range(1998, 2027)),
    "age": tuple(str(n) for n in range(19, 72)),
    "child_age": tuple(str(n) for n in range(2, 17)),
    "hour": _split(
        "7am, 8am, 9am, half nine, 10:30, 11, noon, 2pm, 3, 4pm, 5:30, 6pm, 8 in the evening, 9pm"
    ),
    "money": _split(
        "£40, $60, €75, $120, £150, €200, $250, 300 dollars, £450, $600, €800, $1200, 1500 euros, £2000, "
        "$3500, $5k"
    ),
    "duration": _split(
        "ten minutes, half an hour, an hour, two hours, a day, a couple of days, a week, ten days, two weeks,"
        "three weeks, a month, six weeks, two months, half a year, a year"
    ),
    "relative": _split(
        "my sister, my brother, my mum, my dad, my partner, my wife, my husband, my cousin, my aunt, my "
        "daughter,"
        "my son, my flatmate, my best friend, a friend, my neighbour, my mother-in-law, my niece"
    ),
    "colleague": _split(
        "my boss, my manager, a colleague, a coworker, our team lead, the director, a client, our HR person,"
        "someone from finance, the new intern, my supervisor, our office manager"
    ),
    "job": _split(
        "nurse, teacher, carpenter, bookkeeper, warehouse worker, designer, sales rep, bus driver, "
        "receptionist,"
        "translator, chef, lab technician, data analyst, social worker, plumber, librarian, project "
        "manager, barista"
    ),
    "color": _split(
        "blue, dark green, red, black, white, grey, yellow, navy, beige, purple, turquoise, orange"
    ),
    "canyou": _split("can you, could you, would you, are you able to, would you be able to"),
    "helpme": _split(
        "help me, give me a hand to, walk me through how to, assist me to, show me how to, tell me how to"
    ),
    "ineed": _split(
        "I need to, I have to, I've got to, I want to, I'd like to, I must, I'm supposed to, I'm meant to"
    ),
    "trying": _split(
        "I'm trying to, I am trying to, I keep trying to, I've been trying to, I tried to, I was going to"
    ),
    "idk": _split(
        "I have no idea, I don't know, I'm not sure, I can't figure out, I can't work out, no clue, I'm "
        "unsure,"
        "I never understood, I don't get"
    ),
}
