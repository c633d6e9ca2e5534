"""Move pure modules of lib/ into rooms of their own and rewrite every import of them."""
import re, subprocess, sys
from pathlib import Path
ROOT = Path.cwd()
ROOMS = {
 'foodcoop_sheet': {},
 'foodcoop_pdf': dict.fromkeys('pdf pdf_facts pdf_frame pdf_gaps pdf_grid pdf_join pdf_lines pdf_page pdf_piece pdf_rows pdf_rules pdf_words'.split(), 'foodcoop_sheet'),
 'foodcoop_trade_file': dict.fromkeys('bnn ubl xml html flat_xls dfc'.split(), 'foodcoop_sheet'),
 'foodcoop_file': dict.fromkeys('open apart child ocr page_image'.split(), 'foodcoop_sheet'),
 'foodcoop_phrase': dict.fromkeys('cells units vocabulary phrases packs attributes roles titles'.split(), 'foodcoop_pricelist'),
 'foodcoop_column': dict.fromkeys('prices ratios shape header columns tables mapping memory offer'.split(), 'foodcoop_pricelist'),
 'foodcoop_difference': dict.fromkeys('match names diff effect'.split(), 'foodcoop_catalogue'),
}
def discover():
    """PDF modules that a helper added since."""
    for f in (ROOT/'addons/foodcoop_sheet/lib').glob('pdf*.py'):
        ROOMS['foodcoop_pdf'].setdefault(f.stem, 'foodcoop_sheet')
discover()
WHERE = {}  # (old addon, module) -> new addon
for room, mods in ROOMS.items():
    for mod, old in mods.items():
        WHERE[old, mod] = room
def room_of(addon, mod): return WHERE.get((addon, mod), addon)
def git(*a): subprocess.run(['git', *a], check=True)

def targets():
    for base in ('addons', 'tests', 'scripts'):
        for p in (ROOT/base).rglob('*.py'):
            if '__pycache__' not in p.parts: yield p
def stmt_split(names, addon, own):
    """from <addon>.lib import a, b as c -> lines by room."""
    by = {}
    for one in names:
        mod = one.split(' as ')[0].strip()
        by.setdefault(room_of(addon, mod), []).append(one.strip())
    return '\n'.join(f"from odoo.addons.{room}.lib import {', '.join(ns)}" if room != own else f"from . import {', '.join(ns)}" for room, ns in sorted(by.items()))
def rewrite(path, text):
    rel = path.relative_to(ROOT).parts
    own_old = own_new = None
    if rel[0] == 'addons' and len(rel) > 3 and rel[2] == 'lib':
        own_old = rel[1]; own_new = room_of(own_old, path.stem)
    addon_here = rel[1] if rel[0] == 'addons' else None
    def names(block): return [n for n in re.sub(r'[()\n]', ' ', block).replace('  ', ' ').split(',') if n.strip()]
    if own_old:
        def rel_from(m):
            mod = m[2]; room = room_of(own_old, mod)
            return f"{m[1]}from .{mod} import" if room == own_new else f"{m[1]}from odoo.addons.{room}.lib.{mod} import"
        text = re.sub(r'^(\s*)from \.(\w+) import', rel_from, text, flags=re.M)
        text = re.sub(r'^from \. import (\([^)]*\)|[^\n(]+)$', lambda m: stmt_split(names(m[1]), own_old, own_new), text, flags=re.M)
    for old in ('foodcoop_sheet', 'foodcoop_pricelist', 'foodcoop_catalogue'):
        text = re.sub(rf'odoo\.addons\.{old}\.lib\.(\w+)', lambda m: f"odoo.addons.{room_of(old, m[1])}.lib.{m[1]}", text)
        text = re.sub(rf'^from odoo\.addons\.{old}\.lib import (\([^)]*\)|[^\n(]+)$', lambda m: stmt_split(names(m[1]), old, None), text, flags=re.M)
    if addon_here == 'foodcoop_catalogue' and not own_old:
        text = re.sub(r'^from \.\.lib\.(\w+) import', lambda m: f"from ..lib.{m[1]} import" if room_of('foodcoop_catalogue', m[1]) == 'foodcoop_catalogue' else f"from odoo.addons.{room_of('foodcoop_catalogue', m[1])}.lib.{m[1]} import", text, flags=re.M)
        def up(m):
            keep, out = [], {}
            for one in names(m[1]):
                mod = one.split(' as ')[0].strip(); r = room_of('foodcoop_catalogue', mod)
                (keep if r == 'foodcoop_catalogue' else out.setdefault(r, [])).append(one.strip())
            lines = [f"from odoo.addons.{r}.lib import {', '.join(ns)}" for r, ns in out.items()]
            if keep: lines.append(f"from ..lib import {', '.join(keep)}")
            return '\n'.join(lines)
        text = re.sub(r'^from \.\.lib import (\([^)]*\)|[^\n(]+)$', up, text, flags=re.M)
    text = text.replace('odoo.addons.foodcoop_sheet.sentences', 'odoo.addons.foodcoop_file.sentences')
    return text
for p in targets():
    t = p.read_text(); n = rewrite(p, t)
    if n != t: p.write_text(n)
for (old, mod), room in WHERE.items():
    src = ROOT/f'addons/{old}/lib/{mod}.py'
    if src.exists():
        (ROOT/f'addons/{room}/lib').mkdir(parents=True, exist_ok=True)
        git('add', '-A', str(src)); git('mv', str(src), f'addons/{room}/lib/{mod}.py')
