"""Errors of the client."""
from enum import Enum


class KettleError(Exception):
    """Base class."""

    status = 400

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Code(Enum):
    COLD = 401
    EMPTY = 404
