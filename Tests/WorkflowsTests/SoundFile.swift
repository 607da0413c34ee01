import Agreements
import Documents
import Testing

@testable import Calendars
@testable import Workflows

/// A file in which the check finds nothing, with something of everything that it looks at.
enum SoundFile {
    static let text = """
        workflow: sample
        format: 1
        version: "1"
        title: { id: Contoh, en: Sample }
        kinds: [pks]
        programmes: [jkn]
        initial: drafted
        fields:
          people: { type: integer, fills: unit_pic, label: { id: Orang, en: People } }
          share: { type: decimal, fills: unit_pic, label: { id: Bagian, en: Share } }
          agreed: { type: boolean, fills: legal, label: { id: Setuju, en: Agreed } }
          subject: { type: text, fills: unit_pic, label: { id: Pokok, en: Subject } }
          target_date: { type: date, fills: unit_pic, label: { id: Sasaran, en: Target } }
        states:
          drafted:
            phase: draft
            label: { id: Rancangan, en: Drafted }
            waiting_on: [unit_pic]
            sla: 10 kerja
            remind:
              - { at: [sla-5 kerja, sla], to: waiting_on }
              - { every: 3 kerja, after: sla, max: 2, to: [unit_head] }
            escalate:
              - { after: sla+4 kerja, to: [secretary], say: { id: Naik, en: Up } }
              - { unanswered: 2, to: [region_head] }
          signing:
            phase: signing
            label: { id: Penandatanganan, en: Signing }
            waiting_on: [unit_head, bpjs_head]
            sla: 6 kerja
            remind: [{ at: [sla-2 kerja], to: waiting_on }]
            escalate: [{ after: sla+1 kerja, to: [region_head] }]
          sorting:
            phase: funding
            label: { id: Pemilahan, en: Sorting }
            waiting_on: [finance]
            sla: 7 kerja
            remind: [{ at: [sla-1 kerja], to: [auditor] }]
            escalate: [{ after: sla+2 kerja, to: [region_head] }]
          running:
            phase: active
            label: { id: Berlaku, en: In force }
            waiting_on: [coordinator]
            until: valid_until
            remind: [{ at: [H-30, H-7], to: [coordinator], unless: successor == 'signed' }]
          suspended:
            phase: active
            label: { id: Ditangguhkan, en: Suspended }
            waiting_on: [coordinator]
            sla: 14 hari
            remind: [{ every: 7 hari, after: sla-7 hari, max: 3, to: waiting_on }]
            escalate: [{ after: sla+3 hari, to: [unit_head] }]
          expired:
            phase: closed
            label: { id: Berakhir, en: Expired }
            waiting_on: [coordinator]
            sla: 20 kerja
            remind: [{ at: [sla-3 kerja], to: waiting_on }]
            escalate: [{ after: sla+5 kerja, to: [unit_head] }]
          closed: { phase: closed, final: true, label: { id: Tutup, en: Closed } }
        transitions:
          finish:
            label: { id: Selesaikan, en: Finish }
            from: drafted
            to: signing
            by: [legal]
            four_eyes: true
            when:
              - { field: people, at_least: 10, owner: unit_pic }
              - { document: final_draft, owner: unit_pic }
              - { cel: "people <= 100 && agreed", say: { id: Belum, en: Not yet }, owner: unit_pic }
          sign:
            label: { id: Tertandatangani, en: Signed }
            from: signing
            to: sorting
            by: [system]
            when:
              - { all_signed: true, owner: unit_head }
          run:
            label: { id: Berlakukan, en: Run }
            from: sorting
            to: running
            by: [system]
            when:
              - { cel: people < 50 && target_date <= today, say: { id: Besar, en: Large }, owner: finance }
          decline:
            label: { id: Tolak, en: Decline }
            from: sorting
            to: drafted
            by: [system]
            when:
              - { cel: people >= 50, say: { id: Kecil, en: Small }, owner: finance }
          suspend:
            label: { id: Tangguhkan, en: Suspend }
            from: running
            to: suspended
            by: [bpjs_pic]
            exceptional: true
          resume:
            label: { id: Pulihkan, en: Resume }
            from: suspended
            to: running
            by: [coordinator]
          expire:
            label: { id: Berakhir, en: Expire }
            from: running
            to: expired
            by: [system]
            when:
              - { passed: valid_until, owner: coordinator }
          renew:
            label: { id: Perpanjang, en: Renew }
            from: expired
            to: expired
            by: [coordinator]
          close:
            label: { id: Tutup, en: Close }
            from: expired
            to: closed
            by: [coordinator]
          stop:
            label: { id: Hentikan, en: Stop }
            from: [running, suspended]
            to: closed
            by: [region_head]
            exceptional: true
            when:
              - { document: stop_letter, owner: coordinator }
        remind:
          - { on: ["12-10"], in: [draft, signing], to: [tkksd] }
        scenarios:
          - name: terlambat
            given: { state: drafted }
            pass: 12 kerja
            expect: { state: drafted, reminded: [unit_pic] }
        """

    /// What is known besides the file: a working calendar of two years, and two people in each role.
    static var surroundings: WorkflowCheck.Surroundings {
        WorkflowCheck.Surroundings(
            today: Papers.day("2026-11-23"),
            holidays: Holidays(
                ["2026-12-25", "2027-12-25"].map {
                    Holidays.Holiday(day: Papers.day($0), name: "Natal", kind: .nationalHoliday, isEstimated: false)
                }), holders: .init(uniqueKeysWithValues: Role.allCases.map { ($0, 2) }))
    }

    /// The file with each piece replaced where it stands for the first time.
    static func text(_ edits: [(String, String)]) throws -> String {
        try edits.reduce(text) { text, edit in
            let edited = text.replacing(edit.0, with: edit.1, maxReplacements: 1)
            try #require(edited != text, "there is no '\(edit.0)'")
            return edited
        }
    }

    /// Everything that is said of a text, problems of reading included.
    static func findings(
        _ text: String, file: String = "sample.yaml", _ surroundings: WorkflowCheck.Surroundings = surroundings
    ) throws -> [WorkflowFinding] {
        do {
            return WorkflowCheck(try WorkflowFile(yaml: text, file: file), surroundings).findings()
        } catch let error as DocumentError {
            return error.problems.map { WorkflowFinding($0) }
        }
    }
}
