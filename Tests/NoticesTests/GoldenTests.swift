import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Notices

/// Whole mails, as people read them.
@Suite struct GoldenTests {
    static var single: Notice {
        var notice = Samples.notice(people: 5_000, rupiah: 518_400_000)
        notice.content.isEstimated = true
        notice.content.insteadOf = [.unitPIC, .legal]
        notice.content.onBehalfOf = "Budi Santoso"
        notice.content.late = Lateness(
            .outage, from: Samples.instant("2027-03-01T20:15:00+08:00"),
            to: Samples.instant("2027-03-02T06:02:00+08:00"))
        notice.content.collapsed = 2
        return notice
    }

    static var several: [Notice] {
        var overdue = Samples.notice(
            "2", ref: "kab-kupang-2026", title: "Iuran JKN warga tidak mampu Kabupaten Kupang 2026",
            say: Bilingual(
                id: "Naskah siap tetapi belum ditandatangani", en: "The paper is ready but nobody has signed"),
            deadline: "2027-02-28", isUrgent: true, people: 19_000)
        overdue.content.region = "53.01"
        overdue.content.late = Lateness(
            .enteredLate, from: Samples.instant("2027-02-27T08:00:00+08:00"),
            to: Samples.instant("2027-03-01T14:30:00+08:00"))
        var tomorrow = Samples.notice("3", deadline: "2027-03-03", isUrgent: true, people: 5_000)
        tomorrow.content.insteadOf = [.unitHead]
        let later = Samples.notice(
            "4", ref: "kupang-rk-2028", title: "Rencana Kerja 2028",
            say: Bilingual(id: "Mulai susun rencana kerja tahun depan", en: "Start on next year's work plan"),
            deadline: "2027-06-30", rupiah: 1_250_000_000)
        return [later, tomorrow, overdue]
    }

    private static func written(_ notices: [Notice], _ language: Language) throws -> String {
        let mail = try #require(Samples.mail(notices, to: Samples.person(language)))
        return "\(mail.subject)\n\n\(mail.text)"
    }

    @Test func `a single notice in Indonesian`() throws {
        #expect(
            try GoldenTests.written([GoldenTests.single], .indonesian) == """
                Tenggat 5 Maret 2027: Selesaikan paraf koordinasi; siapkan surat kuasa dan nomor… – PKS JKN warga Kota Kupang 2027

                Yth. Ani Lestari,

                Mohon ditindaklanjuti:
                Selesaikan paraf koordinasi; siapkan surat kuasa dan nomor setiap pihak

                PKS JKN warga Kota Kupang 2027 (kupang-2027)
                Tenggat: Jumat, 5 Maret 2027 (tinggal 3 hari); perkiraan: tanggal libur belum ditetapkan
                Dampak: 5.000 orang dapat kehilangan perlindungan; dana kurang Rp518.400.000
                Sudah diingatkan, belum menanggapi: PIC perangkat daerah, Bagian Hukum
                Atas nama: Budi Santoso
                Terlambat: layanan tidak berjalan 1 Maret 2027 pukul 20.15 – 2 Maret 2027 pukul 06.02 WITA
                Sekaligus untuk: 2 pengingat sebelumnya yang tidak terkirim
                Buka dan tanggapi: https://pksd.contoh.go.id/agreements/kupang-2027

                --\u{20}
                Anda menerima surel ini sebagai pengganti Bagian Kerja Sama (Kota Kupang).
                Setelan Anda: yang mendesak segera (kecuali pukul 20.00–06.00), selebihnya dirangkum setiap hari kerja pukul 07.00 WITA. Untuk mengubahnya, hubungi admin pksd di kantor Anda.
                Berhenti menerima surel (tugas Anda tetap tercatat di pksd): https://pksd.contoh.go.id/unsubscribe/k3y

                """)
    }

    @Test func `a single notice in English`() throws {
        #expect(
            try GoldenTests.written([GoldenTests.single], .english) == """
                Due 5 March 2027: Finish the initials round; prepare the letters of authority… – PKS JKN warga Kota Kupang 2027

                Dear Ani Lestari,

                Please see to this:
                Finish the initials round; prepare the letters of authority and each party's number

                PKS JKN warga Kota Kupang 2027 (kupang-2027)
                Deadline: Friday, 5 March 2027 (3 days left); estimated: a holiday is not decreed yet
                Impact: 5,000 people may lose their cover; Rp518,400,000 short
                Reminded before, no answer yet: PIC of the regional office, legal office
                On behalf of: Budi Santoso
                Late: the service was down 1 March 2027 at 20:15 – 2 March 2027 at 06:02 WITA
                Stands for: 2 earlier reminders that were not sent
                Open and answer: https://pksd.contoh.go.id/agreements/kupang-2027

                --\u{20}
                You receive this mail as stand-in for cooperation office (Kota Kupang).
                Your settings: urgent matters at once (but not from 20:00 to 06:00), the rest in one mail each working day at 07:00 WITA. To change that, ask the admin of pksd in your office.
                Receive no more mail (what you are to do stays on record in pksd): https://pksd.contoh.go.id/unsubscribe/k3y

                """)
    }

    @Test func `a summary in Indonesian`() throws {
        #expect(
            try GoldenTests.written(GoldenTests.several, .indonesian) == """
                3 hal menunggu Anda, 1 lewat tenggat; tenggat terdekat Rabu, 3 Maret 2027

                Yth. Ani Lestari,

                Ada 3 hal yang mohon ditindaklanjuti: 1 lewat tenggat, 1 mendesak, 1 akan datang.

                LEWAT TENGGAT

                1. Naskah siap tetapi belum ditandatangani
                   Iuran JKN warga tidak mampu Kabupaten Kupang 2026 (kab-kupang-2026)
                   Tenggat: Minggu, 28 Februari 2027 (lewat 2 hari)
                   Dampak: 19.000 orang dapat kehilangan perlindungan
                   Terlambat: seharusnya dikirim 27 Februari 2027 pukul 08.00; datanya baru dicatat 1 Maret 2027 pukul 14.30 WITA
                   Buka dan tanggapi: https://pksd.contoh.go.id/agreements/kab-kupang-2026

                MENDESAK

                2. Selesaikan paraf koordinasi; siapkan surat kuasa dan nomor setiap pihak
                   PKS JKN warga Kota Kupang 2027 (kupang-2027)
                   Tenggat: Rabu, 3 Maret 2027 (tinggal 1 hari)
                   Dampak: 5.000 orang dapat kehilangan perlindungan
                   Sudah diingatkan, belum menanggapi: kepala perangkat daerah
                   Buka dan tanggapi: https://pksd.contoh.go.id/agreements/kupang-2027

                AKAN DATANG

                3. Mulai susun rencana kerja tahun depan
                   Rencana Kerja 2028 (kupang-rk-2028)
                   Tenggat: Rabu, 30 Juni 2027 (tinggal 120 hari)
                   Dampak: dana kurang Rp1.250.000.000
                   Buka dan tanggapi: https://pksd.contoh.go.id/agreements/kupang-rk-2028

                --\u{20}
                Anda menerima surel ini sebagai Bagian Kerja Sama (Kabupaten Kupang, Kota Kupang).
                Setelan Anda: yang mendesak segera (kecuali pukul 20.00–06.00), selebihnya dirangkum setiap hari kerja pukul 07.00 WITA. Untuk mengubahnya, hubungi admin pksd di kantor Anda.
                Berhenti menerima surel (tugas Anda tetap tercatat di pksd): https://pksd.contoh.go.id/unsubscribe/k3y

                """)
    }

    @Test func `a summary in English`() throws {
        #expect(
            try GoldenTests.written(GoldenTests.several, .english) == """
                3 matters wait for you, 1 overdue; nearest deadline Wednesday, 3 March 2027

                Dear Ani Lestari,

                Please see to 3 matters: 1 overdue, 1 urgent, 1 coming up.

                OVERDUE

                1. The paper is ready but nobody has signed
                   Iuran JKN warga tidak mampu Kabupaten Kupang 2026 (kab-kupang-2026)
                   Deadline: Sunday, 28 February 2027 (2 days overdue)
                   Impact: 19,000 people may lose their cover
                   Late: should have been sent 27 February 2027 at 08:00; its facts were entered 1 March 2027 at 14:30 WITA
                   Open and answer: https://pksd.contoh.go.id/agreements/kab-kupang-2026

                URGENT

                2. Finish the initials round; prepare the letters of authority and each party's number
                   PKS JKN warga Kota Kupang 2027 (kupang-2027)
                   Deadline: Wednesday, 3 March 2027 (1 day left)
                   Impact: 5,000 people may lose their cover
                   Reminded before, no answer yet: head of the regional office
                   Open and answer: https://pksd.contoh.go.id/agreements/kupang-2027

                COMING UP

                3. Start on next year's work plan
                   Rencana Kerja 2028 (kupang-rk-2028)
                   Deadline: Wednesday, 30 June 2027 (120 days left)
                   Impact: Rp1,250,000,000 short
                   Open and answer: https://pksd.contoh.go.id/agreements/kupang-rk-2028

                --\u{20}
                You receive this mail as cooperation office (Kabupaten Kupang, Kota Kupang).
                Your settings: urgent matters at once (but not from 20:00 to 06:00), the rest in one mail each working day at 07:00 WITA. To change that, ask the admin of pksd in your office.
                Receive no more mail (what you are to do stays on record in pksd): https://pksd.contoh.go.id/unsubscribe/k3y

                """)
    }

    @Test func `what a person has set is told in each mail`() throws {
        var person = Samples.person()
        person.quietUntil = person.quietFrom
        #expect(
            try #require(Samples.mail([Samples.notice()], to: person)).text.contains(
                "\nSetelan Anda: yang mendesak segera, selebihnya dirangkum setiap hari kerja pukul 07.00 WITA. "))
        person.mail = .digest
        person.digestHour = 16
        #expect(
            try #require(Samples.mail([Samples.notice()], to: person)).text.contains(
                "\nSetelan Anda: semua dirangkum setiap hari kerja pukul 16.00 WITA. "))
    }

    @Test func `many offices and regions are told in short, and an unknown region by its code`() throws {
        let codes = ["53.71", "53.01", "53.02", "53.03", "53.04", "53.71"]
        var notices = codes.enumerated().map { index, code in
            var notice = Samples.notice("\(index)", ref: "r\(index)")
            notice.content.region = code
            return notice
        }
        notices[5].content.role = .finance
        let text = try #require(Samples.mail(notices)).text
        #expect(
            text.contains(
                "sebagai Bagian Kerja Sama (Kota Kupang, Kabupaten Kupang, wilayah 53.02 dan 2 wilayah lain); BPKAD (Kota Kupang)."
            ))
    }

    @Test func `a notice without a deadline, a ref or a reminder still says what to do and where`() throws {
        var notice = Samples.notice(ref: nil, title: "", deadline: nil)
        notice.content.reminder = nil
        notice.content.say = Bilingual(id: "Isi jabatan yang kosong", en: "Fill the vacant office")
        let mail = try #require(Samples.mail([notice]))
        #expect(mail.subject == "Isi jabatan yang kosong")
        #expect(
            mail.text.contains(
                "\nIsi jabatan yang kosong\n\nagr_1\nTenggat: tidak ada\nBuka: https://pksd.contoh.go.id/agreements/agr_1\n"
            ))
    }

    @Test func `something the service could not send in time says so`() throws {
        var notice = Samples.notice(deadline: "2027-03-02")
        notice.content.late = Lateness(
            .delayed, from: Samples.instant("2027-03-01T08:00:00+08:00"),
            to: Samples.instant("2027-03-02T07:59:00+08:00"))
        let mail = try #require(Samples.mail([notice]))
        #expect(mail.text.contains("\nTenggat: Selasa, 2 Maret 2027 (hari ini)\n"))
        #expect(
            mail.text.contains(
                "\nTerlambat: seharusnya dikirim 1 Maret 2027 pukul 08.00; layanan baru dapat mengirim 2 Maret 2027 pukul 07.59 WITA\n"
            ))
    }
}
