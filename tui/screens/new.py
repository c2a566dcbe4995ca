"""Begins a consultation: names the cluster, its places, its industry and the date."""

from datetime import date

from engine.model.answers import Cluster
from engine.model.problem import ShusekiError
from tui.screens.cluster_form import ClusterForm
from tui.session import Session, Sitting


class NewScreen(ClusterForm[Sitting]):
    """Dismissed with the consultation begun, or with nothing."""

    HEADING = "new.title"
    READY = "new.begin"

    def __init__(self, session: Session) -> None:
        super().__init__(None, date.today())
        self.session = session

    def accept(self, cluster: Cluster, as_of: date) -> None:
        try:
            self.dismiss(self.session.begin(cluster, as_of))
        except ShusekiError as error:
            self.tell(*error.problems)
