# SPDX-License-Identifier: AGPL-3.0-or-later
"""The trade's words for weights, volumes, pieces and packs, in six languages.

Words are compared as ``cells.plain`` writes them: lower case, no accents.
"""

from decimal import Decimal

KG, LITRE, PIECE, INNER, CASE = "kg", "l", "piece", "inner", "case"

_MEASURES = {
    KG: {
        "1": "kg kgs kilo kilos kilogramm kilogram kilogramme kilogrammes kilogramos "
        "chilo chili kgm",
        "0.001": "g gr grs gram gramm gramme grammes grammi gramos grm",
        "0.0283495": "oz ounce ounces",
        "0.45359237": "lb lbs pound pounds",
    },
    LITRE: {
        "1": "l lt ltr lts litre litres liter liters litro litros litri ltrs",
        "0.1": "dl",
        "0.01": "cl centilitre centilitres",
        "0.001": "ml millilitre millilitres",
    },
}
MEASURES = {
    word: (unit, Decimal(factor))
    for unit, factors in _MEASURES.items()
    for factor, words in factors.items()
    for word in words.split()
}
PIECES = frozenset(
    """
    pi pc pcs pce pces piece pieces pieza piezas pz pezzo pezzi u un ud uds unite unites
    unit units unidad unidades unita st stk stck stuck stucke stuks stuk ste ea each c62 h87 nar
    oeuf oeufs egg eggs ei eier eieren plak plaks plakken plakk pl tranche tranches
    slice slices scheiben paar pair pairs tbl tabl cps tabletten er uvc verkaufseinheit
    """.split()
)
INNERS = frozenset(
    """
    barquette barquettes bqt bq sachet sachets sach boite boites bte btes bouteille
    bouteilles bt btl blle bocal bocaux pot pots lot lots filet filets botte bottes
    paquet paquets pqt brique briques brik bidon bidons tube tubes etui etuis flacon
    flacons sac sacs seau seaux plaquette rouleau rouleaux coffret canette canettes
    bouquet tablette tablettes vrac
    sc bd bu fl gl tu nz ne pa be sk to topf sch
    fles flessen flesje zak zakken zakje bos bossen bosje bosjes bakje bakjes blik pak
    pakken potje tube doosje net netje
    flasche flaschen flasch glas glaser dose dosen beutel packung packungen pkg pckg
    btl bund netz schale schalen becher tute tuten sack riegel
    bottle bottles jar jars bag bags bunch bunches tin tins can cans punnet punnets
    packet packets pouch carafe tub tubs bar bars sleeve
    botella botellas bote botes bolsa bolsas manojo lata latas tarro frasco bandeja
    paquete paquetes tarrina barattolo barattoli pacco pacchi scatoletta brick tavoletta
    zakjes flesjes potten blikje blikjes kuipje netten krop kroppen struik
    tuten tute kanister eimer stange tafel tafeln kasten stiege bot bott bouq
    bottiglia bottiglie vasetto vasetti busta buste sacchetto lattina mazzo vaschetta
    dose packung box
    """.split()
)
CASES = frozenset(
    """
    colis carton cartons crt ctn cart ct caisse caisses cagette cagettes plateau plateaux
    cageot casier fardeau palette bac cs
    case cases crate crates tray trays display outer
    kiste kisten ki karton kartons ktn kt gebinde kolli gb steige
    collo colli doos krat kratten kist kisten
    caja cajas cassa casse cartone cartoni cassetta
    pack packs pck xct xbx xpk xcs xcr cbx
    """.split()
)
DOZENS = frozenset(
    "dozen douzaine douzaines dz dzn dutzend dozijn docena dozzina".split()
)


def basis_of(word: str) -> str:
    """What a price is for when one unit word says it; "" for a gram or no unit.

    >>> basis_of("kg"), basis_of("bouteille"), basis_of("colis"), basis_of("g")
    ('kg', 'piece', 'case', '')
    """
    if word in MEASURES:
        unit, factor = MEASURES[word]
        return unit if factor == 1 else ""
    if word in PIECES or word in INNERS:
        return PIECE
    return CASE if word in CASES else ""
