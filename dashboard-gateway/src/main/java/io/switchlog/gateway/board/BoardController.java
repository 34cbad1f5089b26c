package io.switchlog.gateway.board;

import io.switchlog.gateway.session.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board as it is now. Whoever wants to stay up to date goes on with the stream after its {@code sequence}. */
@RestController
class BoardController {

    private final Boards boards;
    private final Callers callers;

    BoardController(Boards boards, Callers callers) {
        this.boards = boards;
        this.callers = callers;
    }

    @GetMapping(path = "/api/board", produces = MediaType.APPLICATION_JSON_VALUE)
    BoardView board(@AuthenticationPrincipal SignedIn me) {
        return BoardView.of(boards.of(me.workspace()), callers);
    }
}
