"""Invented lists as PDF, drawn as suppliers' programs draw them."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from odoo.addons.foodcoop_sheet.lib.pdf import read_pdf


class Drawing:
    """A page on which texts are set by x and distance from the top, in points."""

    def __init__(self, size=A4, font="Helvetica", points=10):
        self.stream = io.BytesIO()
        self.height = size[1]
        self.canvas = Canvas(self.stream, pagesize=size, pageCompression=1)
        self.type(font, points)

    def type(self, font="Helvetica", points=10):
        self.font, self.points = font, points
        self.canvas.setFont(font, points)
        return self

    def left(self, x, y, text):
        self.canvas.drawString(x, self.height - y, text)

    def right(self, x, y, text):
        self.canvas.drawRightString(x, self.height - y, text)

    def centre(self, x, y, text):
        self.canvas.drawCentredString(x, self.height - y, text)

    def across(self, x1, x2, y):
        self.canvas.line(x1, self.height - y, x2, self.height - y)

    def down(self, x, y1, y2):
        self.canvas.line(x, self.height - y1, x, self.height - y2)

    def page(self):
        self.canvas.showPage()
        self.canvas.setFont(self.font, self.points)

    def data(self):
        self.canvas.save()
        return self.stream.getvalue()

    def read(self):
        return read_pdf(self.data(), "liste.pdf")


@pytest.fixture
def drawing():
    return Drawing


@pytest.fixture
def platypus():
    """A PDF of reportlab tables: (rows, style, keyword arguments of Table)."""

    def as_bytes(*tables, pagesize=A4):
        stream = io.BytesIO()
        story = []
        for rows, style, options in tables:
            story.append(Table(rows, style=TableStyle(style), **options))
        SimpleDocTemplate(stream, pagesize=pagesize).build(story)
        return stream.getvalue()

    return as_bytes


@pytest.fixture
def filled():
    """Rows of a sheet without their empty cells."""

    def rows(sheet):
        return [[value for value in row if value is not None] for row in sheet.rows]

    return rows
