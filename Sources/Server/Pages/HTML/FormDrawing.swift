import Engine

/// A form that came back, to be drawn again where it stood.
struct ReturnedForm {
    var id: String
    var refusal: FormRefusal
}

/// Draws the forms of a page: the one that came back as it was filled in, the others as they are.
struct FormDrawing {
    let pages: Pages
    let context: PageContext
    var returned: ReturnedForm?

    func callAsFunction(_ form: Form) -> FormModel {
        guard let returned, returned.id == form.id else { return pages.model(form, context) }
        return pages.model(form, context, input: context.input, refusal: returned.refusal)
    }

    /// The form, for whoever may do what it asks.
    func callAsFunction(_ form: Form, if act: Principal.Act) -> FormModel? {
        context.principal.may(act) ? self(form) : nil
    }
}
