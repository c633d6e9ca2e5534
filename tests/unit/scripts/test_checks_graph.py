# SPDX-License-Identifier: AGPL-3.0-or-later
"""The five stay apart, and the README's picture is the manifests'."""

from house import graph as drawing
from house.checks import graph

README = "# foodcoop\n\n<!-- graph -->\n<!-- /graph -->\n\nMore.\n"


def manifests(**depends):
    return {
        f"addons/{name}/__manifest__.py": f'{{"name": "x", "depends": {below}}}'
        for name, below in depends.items()
    }


def sentences(project):
    return [found.sentence for found in graph.check(project)]


def test_two_of_the_five_may_not_be_joined_directly(make_project):
    files = manifests(foodcoop_reorder=["foodcoop_barcode"], foodcoop_barcode=["mail"])
    (sentence,) = sentences(make_project(files))
    assert "foodcoop_reorder needs foodcoop_barcode" in sentence


def test_nor_through_a_third(make_project):
    files = manifests(
        foodcoop_reorder=["foodcoop_x"],
        foodcoop_x=["foodcoop_barcode"],
        foodcoop_barcode=["mail"],
    )
    assert "foodcoop_barcode" in sentences(make_project(files))[0]


def test_glue_joins_two(make_project):
    files = manifests(
        foodcoop_reception_barcode=["foodcoop_reception", "foodcoop_barcode"],
        foodcoop_reception=["purchase_stock"],
        foodcoop_barcode=["product"],
    )
    assert sentences(make_project(files)) == []


def test_old_picture_is_found_and_redrawn(make_project):
    project = make_project(manifests(foodcoop_shift=["mail"]) | {"README.md": README})
    assert "old graph" in sentences(project)[0]
    drawing.write(project.root)
    assert sentences(project) == []
    text = (project.root / "README.md").read_text()
    assert "foodcoop_shift[foodcoop_shift] --> mail(mail)" in text
    assert text.endswith("\n\nMore.\n")


def test_readme_without_markers_is_found(make_project):
    project = make_project(manifests(foodcoop_shift=["mail"]) | {"README.md": "# x\n"})
    assert "for the graph" in sentences(project)[0]
    assert "add the two markers" in drawing.write(project.root)
