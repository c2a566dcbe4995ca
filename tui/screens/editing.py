"""Corrects what a kept consultation is about; its answers are not touched."""

from datetime import date

from textual.binding import Binding

from engine.model.answers import Cluster
from engine.model.problem import ShusekiError
from tui.screens.cluster_form import ClusterForm
from tui.session import Session


class EditScreen(ClusterForm[None]):
    """The form, filled with what is kept. Only what was changed is written.

    Raises:
        ShusekiError: on being made, where the consultation cannot be read.
    """

    HELP = "edit"
    HEADING = "edit.title"
    READY = "edit.save"
    BINDINGS = [Binding("f5,ctrl+s", "save", "key.keep_cluster", id="save", key_display="F5")]

    def __init__(self, session: Session, consultation: str) -> None:
        snapshot = session.store.snapshot(consultation)
        super().__init__(snapshot.consultation.cluster, snapshot.consultation.as_of)
        self.session = session
        self.id_ = consultation
        self.seq = snapshot.seq

    def accept(self, cluster: Cluster, as_of: date) -> None:
        notices = []
        try:
            if cluster != self.cluster:
                written = self.session.store.rename(self.id_, cluster, expected_seq=self.seq)
                self.seq, self.cluster = written.seq, cluster
                notices.append(written.notice)
            if as_of != self.as_of:
                notices.append(self.session.store.redate(self.id_, as_of, expected_seq=self.seq).notice)
        except ShusekiError as error:
            self.tell(*error.problems)
            return
        self.dismiss()
        told = [notice for notice in notices if notice]
        if told:
            self.tell(*told)
