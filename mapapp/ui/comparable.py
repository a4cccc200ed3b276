"""Whether what a link puts beside a tour is there, and for the viewer."""

from mapapp import assembly
from mapapp.errors import NotInCatalogue, ViewError, clipped
from mapapp.message import Message, tr
from mapapp.ui.text import sentence
from mapapp.view import View
from mapapp.viewer import Viewer


def obstacle(view: View, viewer: Viewer) -> Message | None:
    """Why the tour of the view is shown alone; None where nothing is in the way. Its own tour is there."""
    try:
        if view.beside:
            assembly.compared(assembly.loaded(view.tour, viewer), view, viewer)
    except ViewError as error:
        return tr("{problem} The tour is shown alone.", problem=sentence(error))
    except NotInCatalogue:
        asked = clipped(view.beside)
        return tr("The link compares with the tour '{id}', which is not here. The tour is shown alone.", id=asked)
    return None
