# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a column's title says, in six languages: its role, and what a price is for.

Words are compared without accents and punctuation; German and Dutch compounds
("Colloprijs", "Verkaufspreis") are taken apart at "-preis" and "-prijs".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .cells import plain
from .units import CASE, INNER, KG, LITRE, PIECE

CODE, GTIN, NAME, VARIANT, PRICE = "code", "gtin", "name", "variant", "price"
PACK, UNIT, QUANTITY, OTHER = "pack", "unit", "quantity", "other"
COUNT = "count"  # units in a case, as a number
CONTENT = "content"  # what one piece holds: a phrase, or a number beside its unit
CASE_PRICE, ADVISED, OTHER_PRICE = "case_price", "advised", "other_price"
GROSS_PRICE = "gross_price"  # the same price with VAT
BRAND, VAT, ORIGIN, LABEL, CATEGORY = "brand", "vat", "origin", "label", "category"
AVAILABLE, DEPOSIT, ORDER = "available", "deposit", "order"

# One line a language: fr, en, de, nl, es, it.
_WORDS = {
    CODE: """code, code article, code produit, ref, reference, reference unique, reference article, reference produit, references, n article, no article, num article, numero, numero article, n art, art, art n, ref fournisseur, code fournisseur, cod article, code art, ref art
    sku, item no, item number, order number, product code, art no, item code, article number, article no, part number, stock code, product no, product id, product number, article code, no, id, item id, plu
    artikelnummer, artikelnr, art nr, artnr, bestellnummer, nummer, artikel nr, bestellnr, best nr, nr, artikelcode, produktnummer, art nummer
    bestelnummer, bestelnr, artikelcode, productnummer, productcode, artnummer, code artikel
    codigo, referencia, cod, codigo articulo, codigo producto, num articulo, n referencia
    codice, codice articolo, cod articolo, riferimento, rif, codice prodotto, cod art, cod prodotto""",
    GTIN: """ean, ean13, ean 13, ean8, ean code, gtin, gencod, gencode, code barre, code barres, code a barres, codes barres, code ean, barcode, bar code, upc, strichcode, barcode ean, streepjescode, codigo de barras, codigo barras, codice a barre, codice ean, ean uvc, ean piece, gtin uvc, gtin unite, ean consommateur, ean stuk, ean stuck, ean einheit, ean artikel, ean unite""",
    NAME: """cuvee, cuvees, vin, vins, appellation, plat, plats, fromage, fromages, nom, nom du produit, produit, produits, designation, designation article, designation produit, designation du produit, designations, libelle, libelle article, libelle produit, article, articles, denomination, denomination du produit, intitule, description produit, description du produit, nom produit, nom article, dénomination, espece, especes, variete et nom
    name, product, products, product name, item, items, item name, product description, item description, goods, article name, description of goods, name of product
    produktname, produkt, produkte, bezeichnung, artikel, artikelbezeichnung, produktbezeichnung, artikelname, warenbezeichnung, ware, sorte und bezeichnung, beschreibung artikel, artikeltext
    omschrijving, productnaam, naam, product categorie, artikelomschrijving, productomschrijving, artikelnaam, biologische geteeld gewas, gewas
    nombre, producto, productos, descripcion, articulo, denominacion, nombre del producto, descripcion del producto
    prodotto, prodotti, descrizione, articolo, nome, denominazione, descrizione articolo, nome prodotto, descrizione prodotto""",
    VARIANT: """calibre, calibres, calibrage, taille, nom offre, qualite, variante, variete, variety, coupe, decoupe, presentation, declinaison, couleur, parfum
    caliber, size, quality, cut, grade, variant, colour, flavour, variety type
    kaliber, sorte, qualitat, variante, grosse
    soort, kwaliteit, ras, maat, kleur
    variedad, calidad, calibre talla, talla
    varieta, qualita, pezzatura, calibro, taglia""",
    PACK: """colisage, conditionnement, conditionnements, cond, emballage, cdt, packaging, conditionnement colis, unite de vente, type de colis, colis, uv, format de vente, unite de commande, unites de vente
    packing, pack, pack size, case, case size, pack format, case format, packed, package, order unit, supplier order unit, sales unit
    gebinde, verpackung, verpackungseinheit, ve, gebindegrosse, liefereinheit, packung, bestelleinheit, packungsgrosse, vpe, kolli
    verpakking, collo, colli, collo inhoud, verpakkingseenheid, besteleenheid, bestel eenheid, verpakkingsinhoud
    envase, embalaje, formato, presentacion, caja, formato caja, empaque
    confezione, imballo, confezionamento, imballaggio, formato, cartone, unita di vendita""",
    COUNT: """pcb, uvc, nb par colis, nombre par colis, unites par colis, pieces par colis, nb uvc, uvc colis, qte colis, quantite par colis, colisage pieces, quantite colis, nb unites, nb pieces, uvc par colis, unites colis, nombre de pieces, par colis, qte par colis, piece par colis, nb d unites, quantite par carton, qte carton, unites par carton, pieces carton, u colis, nombre d unites par colis
    units per case, case quantity, case qty, inner, pack qty, pack quantity, qty per case, pieces per case, units per pack, unit quantity, per case, units case, quantity per case, ratios to supplier order unit, order multiple, minimum order multiple
    stuck pro karton, stuck pro gebinde, anzahl, stk pro ve, inhalt ve, einheiten pro gebinde, stuck je karton, anzahl pro karton, stuckzahl, stk karton, anzahl je ve, stuck ve
    aantal, colligrootte, aantal eenheden per kist, aantal per collo, aantal per doos, stuks per doos, omverpakking, ovv, verpakt per, aantal eenheden, stuks per collo, aantal in doos, per doos, per collo, bestelaantal per doos
    unidades por caja, uds caja, unidades caja, ud caja, unidades, uds por caja
    pezzi per cartone, pz cartone, pezzi cartone, pz per cartone, pezzi, n pezzi, pz ct, pezzi per collo""",
    CONTENT: """contenance, poids net, poids unitaire, grammage, contenu, format, volume, poids unit, poids piece, volume net, poids volume, contenance unitaire, poids volume net, quantite nette, poids net unitaire
    content, net weight, contents, net content, unit size, units, unit weight, weight volume, size weight, net quantity
    inhalt, nettogewicht, fullmenge, nettoinhalt, inhalt menge, gewicht inhalt
    inhoud, netto inhoud, nettoinhoud, netto gewicht
    contenido, peso neto, contenido neto, gramaje, peso volumen
    contenuto, peso netto, grammatura, contenuto netto, peso volume""",
    UNIT: """unite, unites, unite fact, unite de facturation, unite de prix, unite prix, poids, unite mesure, unite facturee, unite de mesure, type d unite, um, u, unite facturation
    unit, in unit, uom, unit type, weight, price unit, billing unit, unit of measure, measure, price per unit of
    einheit, mengeneinheit, gewicht, preiseinheit, verkaufseinheit, vk einheit, mass, ladeneinheit
    eenheid, per eenheid, prijseenheid, inhoudseenheid, verkoopeenheid
    unidad, unidad de medida, ud medida, peso, unidad venta
    unita, unita di misura, misura, u m""",
    QUANTITY: "quantite dans, quantite de l offre",
    VAT: "tva, taux tva, taux de tva, code tva, t v a, tva taux, vat, vat rate, vat code, tax, tax rate, tax code, tax category, mwst, mwst satz, ust, steuersatz, steuer, mwst code, btw, btw tarief, btw perc, btw percentage, btw code, iva, tipo iva, tipo de iva, aliquota, aliquota iva, cod iva",
    ORIGIN: "origine, origines, provenance, pays, pays d origine, region, lieu de production, zone de peche, origin, country, country of origin, place of origin, herkunft, herkunftsland, land, ursprung, ursprungsland, herkomst, land van herkomst, origen, pais, pais de origen, procedencia, origine paese, provenienza, paese, paese di origine",
    LABEL: "label, labels, certification, certifications, bio, ab, certifie, mention, mentions, signe de qualite, organic, certificate, bio label, anbauverband, zertifizierung, verband, bio siegel, siegel, keurmerk, keurmerken, keurmerk en, certificering, demeter, sello, certificacion, ecologico, certificazione, marchio bio, biologico",
    BRAND: "marque, marques, producteur, producteurs, fabricant, fournisseur, maison, domaine, ferme, brand, brands, manufacturer, producer, supplier, maker, farm, marke, hersteller, produzent, erzeuger, lieferant, merk, merknaam, producent, fabrikant, leverancier, marca, productor, fabricante, produttore, marchio, fornitore, produttrice, azienda",
    CATEGORY: "categorie, categories, famille, familles, sous famille, rayon, gamme, groupe, type, famille produit, sous categorie, univers, category, product category, group, family, department, product group, range, section, kategorie, warengruppe, produktgruppe, gruppe, hauptgruppe, untergruppe, rubrik, hoofdgroep, subgroep, groep, productgroep, categorienaam, trefwoord, rubriek, assortiment, familia, categoria, grupo, seccion, gruppo, famiglia, reparto, linea",
    AVAILABLE: "disponible, disponibilite, dispo, actif, etat, etat stock, available, avail, availability, active, in stock, status, statut, verfugbar, verfugbarkeit, lieferbar, aktiv, leverbaar, beschikbaar, voorradig, disponibilidad, activo, disponibilita, attivo",
    DEPOSIT: "consigne, consignes, deposit, container deposit, pfand, mehrweg, statiegeld, emballagegeld, deposito, cauzione, vuoto",
    ORDER: "commande, quantite commandee, qte commandee, qte commande, votre commande, a commander, nb commande, quantite a commander, commander, votre quantite, order, order quantity, order qty, quantity ordered, your order, qty ordered, bestellung, bestellmenge, ihre bestellung, menge bestellung, bestelling, aantal besteld, bestel, uw bestelling, te bestellen, pedido, cantidad pedida, su pedido, ordine, quantita ordinata, ordine qta, qta ordine",
    PRICE: "tarif, tarifs, cout, detail, cours, mercuriale, valeur, cost, rate, tariffa, costo, importe, inkoop, netto, nt, listino, cession, pa, ek, ht, eur, euro, pu, px, pxu, pvht, pvp ht, pleno",
    OTHER: """ean colis, ean carton, gtin colis, gtin carton, gtin case, dun14, dun 14, itf14, itf 14, code barre colis, code barres colis, case barcode, outer barcode, ean doos, ean karton, ean verpakking, ean gebinde, ean bestelleinheit, ean collo, ean caja, millesime, annee, quantite, quantites, qte, stock, description, commentaire, commentaires, remarque, remarques, observations, observation, image, photo, photos, vrac, url image, dlc, dluo, ddm, duree de vie, mini commande, minimum, montant, total, code douanier, nomenclature, ingredients, allergenes, notes, infos, poids brut, poids colis, poids du colis, palettisation, nb colis palette, colis par palette, saison, promo, remise, date, lien, ligne
    quantity, qty, note, comment, comments, remarks, remark, on hand, on demand, min order, minimum order quantity, group order unit, group order granularity, shelf life, best before, picture, amount, gross weight, pallet, hs code, customs code, shipping category, variant unit name, display name, discount, season, row, line
    menge, bild, bemerkung, bemerkungen, hinweis, notiz, beschreibung, kurze beschreibung, lagerort, mindestbestellmenge, summe, gesamt, betrag, mhd, zutaten, allergene, rabatt, bruttogewicht, palette, saison, lief nr, produktdeklaration, position, pos
    opmerking, opmerkingen, opm, opm., max, max beschikbaar, min te bestellen, bewaarrichtlijnen, ingredienten, totaal, kortingsgroep, korting, van mnd, t m mnd, skal, gluten, suiker, lactose, zout, koemelk, soja, gist, plantaardig, v, voorraad, thema, houdbaarheid, nieuw, actie, wijziging
    cantidad, observaciones, notas, foto, existencias, caducidad, descuento, pedido minimo
    quantita, qta, note prodotto, osservazioni, immagine, giacenza, scadenza, sconto, minimo d ordine""",
}
_PHRASES: dict[str, str] = {}
for _role, _lines in _WORDS.items():
    for _phrase in re.split(r"[,\n]", _lines):
        _PHRASES.setdefault(" ".join(_phrase.split()), _role)
_LONGEST = sorted((p for p in _PHRASES if len(p) > 2), key=len, reverse=True)
_NEVER_FIRST = frozenset(
    {NAME, PRICE, OTHER, AVAILABLE, LABEL, VARIANT}
)  # "Article 5", "Bio Apfel", "note that" are rows
_PRICE_WORDS = frozenset(
    [
        "prix",
        "prix",
        "tarif",
        "price",
        "preis",
        "preise",
        "prijs",
        "prijzen",
        "precio",
        "precios",
        "prezzo",
        "prezzi",
        "pu",
        "pvc",
        "ppc",
        "ppi",
        "pvp",
        "pvht",
        "pvttc",
        "uvp",
        "rrp",
        "srp",
        "msrp",
        "vk",
        "ek",
        "eur",
        "cout",
        "cost",
        "puht",
        "pxht",
        "px",
        "pttc",
        "pcht",
    ]
)
_TRAITS = {
    "advised": "conseille conseilles conseil ppc pvc pvp ppi uvp rrp srp msrp vk advies retail public "
    "publico pubblico recommended empf empfohlener empfohlen verkauf verkaufs verkoop consigliato recomendado "
    "consommateur consumer particulier particuliers magasin_ laden endkunden winkel shelf vente_ suggested",
    "other": "leden membres adherents adherent members member mitglieder mitglied socios soci club ancien old "
    "alt alter alte vorige oude precedent anterior vecchio previous promo promotion actie aktion angebot offerte "
    "special oferta total totaal totale summe gesamt montant somme palette palettes pallet remise rabatt korting "
    "degressif sconto staffel minimum marge consigne pfand statiegeld deposit transport port moyen",
    CASE: "colis carton caisse case kiste kist doos colli collo kolli gebinde karton cagette caja cassa "
    "cartone verpakking ve cs box lot tray collis pack plateau cp pcb",
    PIECE: "piece pieces pce pc pcs stuk stuck stueck stk st pieza pezzo pz uvc bouteille fles flasche bottle "
    "pot bocal ud each",
    "unit": "unitaire unite unit eenheid eenh einheit einzel unidad unita unitario unitaria u pu puht ladeneinheit per_stuk",
    KG: "kg kilo kilogramme kilogramm kilos",
    LITRE: "litre liter ltr l litro",
    INNER: "barquette sachet boite filet lot_",
    "net": "ht net netto excl ex exkl exclusief hors htva ohne zzgl puht pvht pxht senza sin esclusa hors_taxe excluding "
    "nett exc nt",
    "gross": "ttc brutto gross incl inkl inclusief tvac pttc pvttc inclusa incluida including inc con bruto lordo",
}
_TRAIT = {word: trait for trait, line in _TRAITS.items() for word in line.split()}
_COMPOUND = re.compile(r"(\w*?)s?(?:preis|preise|prijs|prijzen)$")
_STEMS = {
    "collo": CASE, "kisten": CASE, "karton": CASE, "gebinde": CASE, "doos": CASE, "kist": CASE, "ve": CASE,
    "eenheid": "unit", "einzel": "unit", "einheit": "unit", "stuck": PIECE, "stuk": PIECE, "kilo": KG, "kg": KG,
    "liter": LITRE, "verkauf": "advised", "verkoop": "advised", "advie": "advised", "advies": "advised",
    "laden": "advised", "winkel": "advised", "consumenten": "advised", "leden": "other", "mitglieder": "other",
    "alt": "other", "aktion": "other", "actie": "other", "gesamt": "other", "totaal": "other", "netto": "net",
    "brutto": "gross", "bruto": "gross", "vk": "advised",
}  # fmt: skip
_FOR = re.compile(r"(?:/|\b(?:par|per|au|a la|le|la|pro|je|al|por)\b)\s*([a-z]+)")
_BASES = (CASE, KG, LITRE, INNER, PIECE, "unit")


@dataclass(frozen=True)
class Title:
    """A title understood. Of a price: what it is for (``basis``: kg, l, piece, inner,
    case, or "unit": whatever the unit column says) and whether ``net`` of VAT."""

    role: str = ""
    basis: str = ""
    net: bool | None = None


NONE = Title()


@lru_cache(maxsize=50_000)
def title_of(text: str) -> Title:
    """What a column so titled holds.

    >>> title_of("Prix colis H.T."), title_of("Verkaufspreis").role
    (Title(role='price', basis='case', net=True), 'advised')
    >>> title_of("EURO/Kg"), title_of("Cabillaud")
    (Title(role='price', basis='kg', net=None), Title(role='', basis='', net=None))
    """
    words = _words(text)
    if not words or len(words) > 12:
        return NONE
    phrase = " ".join(words)
    known = _PHRASES.get(phrase, "")
    if known and known != PRICE:
        return Title(known)
    if _priced(words, known):
        return _price_title(text, words)
    bare = " ".join(_words(text.partition("(")[0]))
    return Title(_longest(phrase, words) or _PHRASES.get(bare, ""))


def role_of(text: str) -> str:
    """The role alone; a price that is kept aside (advised, with VAT) is "other".

    >>> role_of("Unité fact."), role_of("Code-barres"), role_of("Cabillaud")
    ('unit', 'gtin', '')
    """
    title = title_of(text)
    aside = title.role in (ADVISED, OTHER_PRICE) or title.net is False
    return OTHER if aside or title.role == ORDER else title.role


def _words(text: str) -> tuple[str, ...]:
    spelled = (
        plain(text).replace("€", " eur ").replace("n°", " n ").replace("nº", " n ")
    )
    spelled = re.sub(r"\b([a-z])\.\s?(?=[a-z]\b)", r"\1", spelled)
    return tuple(re.findall(r"[a-z0-9]+", spelled))


def _priced(words: tuple[str, ...], known: str) -> bool:
    if known == PRICE or words[0] in ("tarif", "tarifs", "tariff"):
        return True
    if words[0] == "euro" and len(words) < 4:
        return True
    return any(
        word in _PRICE_WORDS or (_COMPOUND.match(word) and len(word) > 6)
        for word in words
    )


def _price_title(text: str, words: tuple[str, ...]) -> Title:
    traits = {_TRAIT[word] for word in words if word in _TRAIT}
    for word in words:
        stem = _COMPOUND.match(word)
        if stem and stem[1] in _STEMS:
            traits.add(_STEMS[stem[1]])
    net = False if "gross" in traits else True if "net" in traits else None
    if {"sin", "senza", "ohne", "zzgl"} & {*words} or "hors taxe" in " ".join(words):
        net = True
    if "detail" in words and len(words) > 1:
        traits.add("advised")
    if (
        "unit" in words
        and "price" in words
        and words.index("unit") > words.index("price")
    ):
        return Title(UNIT)
    for trait, role in (("other", OTHER_PRICE), ("advised", ADVISED)):
        if trait in traits:
            return Title(role, net=net)
    return Title(PRICE, _basis(text, traits), net)


def _basis(text: str, traits: set[str]) -> str:
    """ "Prix au kg" and "€/pièce" beat what else the title mentions."""
    for word in _FOR.findall(plain(text)):
        if _TRAIT.get(word) in _BASES:
            return _TRAIT[word]
    return next((basis for basis in _BASES if basis in traits), "")


def _longest(phrase: str, words: tuple[str, ...]) -> str:
    """The longest known beginning; then abbreviations ("Désign.", "Omschr.")."""
    for known in _LONGEST:
        if phrase.startswith(known + " "):
            role = _PHRASES[known]
            if role not in _NEVER_FIRST or (role == OTHER and len(known) > 3):
                return role
    if re.fullmatch(r"unite? f[a-z]{2,4}", phrase):
        return UNIT
    if len(words) == 1 and len(words[0]) >= 4:
        roles = {_PHRASES[one] for one in _SINGLE if one.startswith(words[0])}
        return roles.pop() if len(roles) == 1 else ""
    return ""


_SINGLE = tuple(phrase for phrase in _PHRASES if " " not in phrase and len(phrase) > 5)


def language_of(titles: list[str]) -> str:
    """The language that most titles are written in, "" when nothing tells.

    >>> language_of(["Artikelcode", "Omschrijving", "Herkomst"]), language_of(["Code"])
    ('nl', '')
    """
    votes: dict[str, int] = {}
    for title in titles:
        for word in _words(title):
            for language, known in _TELLING.items():
                if word in known:
                    votes[language] = votes.get(language, 0) + 1
    return max(votes, key=votes.get) if votes else ""


_TELLING = {
    "fr": [
        "prix",
        "designation",
        "libelle",
        "produit",
        "unite",
        "origine",
        "tva",
        "conditionnement",
        "colisage",
        "tarif",
        "reference",
        "nom",
        "ht",
        "ttc",
    ],
    "en": [
        "price",
        "name",
        "order",
        "vat",
        "category",
        "unit",
        "manufacturer",
        "pack",
        "description",
        "product",
    ],
    "de": [
        "preis",
        "artikel",
        "bezeichnung",
        "menge",
        "einheit",
        "herkunft",
        "mwst",
        "gebinde",
        "nr",
        "bruttopreis",
        "steuersatz",
        "produktname",
    ],
    "nl": [
        "prijs",
        "omschrijving",
        "artikelcode",
        "eenheid",
        "herkomst",
        "btw",
        "inhoud",
        "merk",
        "land",
        "adviesprijs",
        "artnr",
        "productnaam",
        "bestelling",
        "colloprijs",
        "eenheidsprijs",
        "verpakking",
        "artikelomschrijving",
        "inkoopprijs",
    ],
    "es": [
        "precio",
        "producto",
        "unidad",
        "origen",
        "referencia",
        "codigo",
        "descripcion",
        "formato",
    ],
    "it": [
        "prezzo",
        "prodotto",
        "unita",
        "codice",
        "descrizione",
        "confezione",
        "origine",
        "aliquota",
    ],
}
