import ArgumentParser
import Documents
import Expressions
import Foundation

struct ExpressionCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expression",
        abstract: "Try expressions of the kind that `cel:` requirements hold.",
        discussion: """
            For example:

              pksctl expression eval 'people * 37800 * 12 <= budget' --bindings values.json
            """,
        subcommands: [ExpressionEval.self])
}

struct ExpressionEval: Errand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Evaluate one expression of the Common Expression Language; needs no server.",
        discussion: """
            Prints what it comes to. With --json as {"value": …} or {"error": …}, where values say their type: \
            {"int": "42"}, {"string": "x"}, {"list": […]}, {"map": [[key, value], …]}. The bindings file is a JSON object \
            of names with such values. Exits with 1 if the expression fails.

              pksctl expression eval '2 + 3 * 4'
              echo '{"people": {"int": "5000"}}' | pksctl expression eval 'people * 37800' --bindings - --json
            """)

    @Argument(help: "The expression.") var expression: String
    @Option(help: ArgumentHelp("A JSON file of names and values; - is standard input.", valueName: "file"))
    var bindings: String?
    @Option(help: ArgumentHelp("The namespace in which names are looked for first.", valueName: "name"))
    var container = ""
    @Flag(help: "Read has, all, exists, map and filter as plain functions.") var noMacros = false
    @OptionGroup var speech: SpeechOptions

    func run(in surroundings: Surroundings) async throws {
        let output = speech.output(surroundings)
        let values = try readBindings()
        do {
            let read = try Expression(parsing: expression, macros: !noMacros)
            switch read.evaluate(Environment(values, container: container)) {
            case .value(let value):
                if output.wantsJSON { output.json(["value": value.json]) } else { output.page(shown(value)) }
            case .unknown(let unknowns):
                try fail(
                    unknowns.map { "'\($0.name)': \($0.reason.text(output.language))" }.joined(separator: "; "), output)
            case .failed(let error): throw error
            }
        } catch let error as ExpressionError {
            try fail("\(error.position(in: expression)): \(error.message.text(output.language))", output)
        }
    }

    private func fail(_ message: String, _ output: Output) throws {
        if output.wantsJSON { output.json(["error": .text(message)]) } else { output.complain(message) }
        throw Failure.errorsFound
    }

    private func readBindings() throws -> [String: Value] {
        guard let bindings else { return [:] }
        let file = InputFile(bindings)
        let problems = Problems()
        guard case .map(let entries) = try Node(json: file.data()).value else {
            throw Failure.usage(
                Bilingual(
                    id: "\(file.name): seharusnya objek nama dan nilai",
                    en: "\(file.name): must be an object of names and values"))
        }
        var values: [String: Value] = [:]
        for entry in entries {
            do {
                values[entry.key] = try Value(json: entry.value.json)
            } catch {
                problems.report(
                    Place(file: file.name, pointer: entry.keyPlace.pointer),
                    Bilingual(
                        id: "'\(entry.key)' bukan nilai seperti {\"int\": \"42\"}",
                        en: "'\(entry.key)' is no value such as {\"int\": \"42\"}"))
            }
        }
        try problems.check()
        return values
    }

    /// A value as one would write it.
    private func shown(_ value: Value) -> String {
        switch value {
        case .string(let text): text
        case .bool(let bool): String(bool)
        case .int(let integer): String(integer)
        case .uint(let integer): "\(integer)u"
        case .double(let number): String(number)
        default: (try? CanonicalJSON.text(value.json)) ?? ""
        }
    }
}

extension ExpressionEval {
    /// Puts an expression that begins with a minus sign behind `--`, so that it is not taken for an option.
    static func sortedOut(_ arguments: [String]) -> [String] {
        guard arguments.starts(with: ["expression", "eval"]), !arguments.contains("--") else { return arguments }
        var options: [String] = []
        var expressions: [String] = []
        var rest = arguments.dropFirst(2)
        while let argument = rest.popFirst() {
            switch argument {
            case "--bindings", "--container", "--lang":
                options.append(argument)
                if let value = rest.popFirst() { options.append(value) }
            case "--json", "--no-macros", "--help", "-h": options.append(argument)
            case _ where ["--bindings=", "--container=", "--lang="].contains(where: argument.hasPrefix):
                options.append(argument)
            default: expressions.append(argument)
            }
        }
        return ["expression", "eval"] + options + ["--"] + expressions
    }
}
