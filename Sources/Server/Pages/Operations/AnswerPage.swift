import Documents
import Hummingbird

/// A page that says one thing: what was found out, what is to be kept, or what is about to be done.
struct AnswerPage {
    struct Back {
        var path: String
        var label: String
    }

    struct Mark {
        var sign: String
        /// What the sign means, for whoever does not see it.
        var word: String
        var tone: String
        var text: String
    }

    /// Where the reader came from.
    var back: Back
    var heading: String
    var lines: [String] = []
    /// Shown now and never again.
    var secret: String?
    var marks: [Mark] = []
    var form: FormModel?
}

extension Pages {
    /// Asks once more before something is done.
    func confirm(_ form: Form, _ lines: String?..., back: AnswerPage.Back, _ context: PageContext) -> Response {
        answer(
            AnswerPage(
                back: back, heading: form.title.text(context.language), lines: lines.compactMap { $0 },
                form: model(form, context)),
            context)
    }

    func answer(_ answer: AnswerPage, _ context: PageContext, isRefused: Bool = false) -> Response {
        page(
            "answer", answer.heading, in: .operations, answer, context,
            status: isRefused ? .unprocessableContent : .ok)
    }
}
