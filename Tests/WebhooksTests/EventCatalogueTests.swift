import Agreements
import Documents
import Foundation
import Testing

@testable import Webhooks

/// The catalogue of events. That what is really sent is as it says is tested where events are made.
@Suite struct EventCatalogueTests {
    private static let members = ["actor", "effective_on", "seq", "version"]

    @Test(arguments: EventType.allCases)
    func `each type of event has a meaning, a schema and an example`(_ type: EventType) throws {
        #expect(type.meaning.id.hasSuffix(".") && type.meaning.en.hasSuffix(".") && type.meaning.id != type.meaning.en)
        let schema = try EventCatalogue.schema(of: type)
        let example = try EventCatalogue.example(of: type)
        #expect(schema["properties"]?["type"]?["const"] == .text(type.rawValue))
        #expect(schema["examples"] == [example] && example["type"] == .text(type.rawValue))
        let data = try #require(schema["properties"]?["data"])
        let required = (data["required"]?.list ?? []).compactMap(\.text)
        let known = try #require(data["properties"]?.object)
        let sent = try #require(example["data"]?.object)
        #expect(Set(required).isSuperset(of: EventCatalogueTests.members) && required == required.sorted())
        #expect(Set(sent.keys).isSuperset(of: required) && Set(known.keys).isSuperset(of: sent.keys))
        #expect(known["seq"]?["description"] != nil, "the envelope explains itself")
    }

    @Test func `what an event is about decides how it is named`() throws {
        func named(_ type: EventType) throws -> (known: Set<String>, required: Set<String>) {
            let schema = try EventCatalogue.schema(of: type)
            let data = try #require(schema["properties"]?["data"])
            let names = ["agreement_id", "agreement_seq", "endpoint_id", "region"]
            let required = data["required"]?.list?.compactMap(\.text) ?? []
            return (
                Set(names.filter { data["properties"]?[$0] != nil }), Set(names.filter { required.contains($0) })
            )
        }
        let signed = try named(.signatureRecorded)
        #expect(signed == (["agreement_id", "agreement_seq", "region"], ["agreement_id", "agreement_seq", "region"]))
        #expect(try named(.coverageRecorded) == (["region"], ["region"]))
        #expect(try named(.dataInconsistent) == (["agreement_id", "agreement_seq", "region"], ["region"]))
        #expect(try named(.holidaysMissing) == (["region"], []))
        #expect(try named(.endpointDisabled) == (["endpoint_id", "region"], ["endpoint_id"]))
    }

    @Test func `types that write themselves are described as they write`() throws {
        func member(_ type: EventType, _ key: String) throws -> JSON? {
            try EventCatalogue.schema(of: type)["properties"]?["data"]?["properties"]?[key]
        }
        #expect(try member(.signatureRecorded, "signed_on") == ["type": "string", "format": "date"])
        #expect(try member(.signatureRecorded, "method") == ["type": "string", "enum": ["wet", "electronic"]])
        #expect(try member(.billIssued, "month")?["pattern"] != nil)
        #expect(try member(.thresholdCrossed, "coverage_percent") == ["type": "number", "minimum": 0])
        #expect(try member(.membersChanged, "invalid_nik") == ["type": "integer", "format": "int64"])
        let figure = try member(.agreementCreated, "fields")?["additionalProperties"]?["items"]
        #expect(figure?["properties"]?["value"] == ["type": ["string", "number", "boolean"]])
        #expect(figure?["required"] == ["value"])
    }

    @Test func `every reference of the AsyncAPI document leads somewhere`() throws {
        let document = try EventCatalogue.asyncAPI()
        var references: Set<String> = []
        func collect(_ json: JSON) {
            if let reference = json["$ref"]?.text { references.insert(reference) }
            json.object?.values.forEach(collect)
            json.list?.forEach(collect)
        }
        collect(document)
        for reference in references {
            let target = reference.dropFirst(2).split(separator: "/").reduce(document as JSON?) { $0?[String($1)] }
            #expect(reference.hasPrefix("#/") && target?.object != nil, "\(reference)")
        }
        let types = EventType.allCases.map(\.rawValue).sorted()
        #expect(document["channels"]?["webhooks"]?["messages"]?.object?.keys.sorted() == types)
        #expect(document["components"]?["messages"]?.object?.keys.sorted() == types)
        #expect(document["operations"]?["sendEvent"]?["messages"]?.list?.count == types.count)
        #expect(document["operations"]?["sendEvent"]?["action"] == "send")
    }

    @Test func `the same bytes every time`() throws {
        #expect(
            try CanonicalJSON.encode(EventCatalogue.asyncAPI()) == CanonicalJSON.encode(EventCatalogue.asyncAPI()))
    }
}
