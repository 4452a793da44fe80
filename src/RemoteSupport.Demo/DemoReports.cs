using Dapper;
using Npgsql;

namespace RemoteSupport.Demo;

/// <summary>The demo's applications and problem reports: of the two customers that the list of accounts names.</summary>
internal static class DemoReports
{
    /// <summary>Fills the tenant that the fence's setting names.</summary>
    public static async Task FillAsync(NpgsqlConnection connection, DemoTenant tenant, Population people, DateTimeOffset now)
    {
        var supporter = people.Named.First(account => account is { Kind: "partner", Role: "supporter" });
        var texts = tenant.Language == "de" ? German : Italian;
        var rows = texts.Reports.Select((report, index) => ReportRow.Of(report, 1001 + index, people, supporter));
        await connection.ExecuteAsync(ApplicationsSql, new { names = texts.Applications });
        await connection.ExecuteAsync(ReportsSql, new { rows = Rows.ToJson(rows), now });
    }

    private static readonly Texts Italian = new(
        ["Gestione magazzino", "Posta elettronica", "Contabilità", "Portale fornitori"],
        [
            new(0, "member", "Gestione magazzino", "Lo scanner del banco 3 non legge più", "Da stamattina lo scanner suona ma non registra nulla. Abbiamo già cambiato la batteria.", "open", 0, null),
            new(0, "admin", "Posta elettronica", "Gli allegati grandi non partono", "Oltre i 20 MB il messaggio resta in uscita, senza alcun avviso.", "taken", 2, "Ci guardo oggi pomeriggio. A che ora è successo l'ultima volta?"),
            new(1, "member", "Contabilità", "La stampa della fattura esce vuota", "Solo con la stampante nuova; in anteprima si vede tutto.", "open", 1, null),
            new(1, "owner", "Portale fornitori", "Un collega non vede gli ordini", "Con il mio account li vedo, con il suo l'elenco è vuoto.", "resolved", 9, "Mancava il ruolo: ora li vede."),
        ]);

    private static readonly Texts German = new(
        ["Lagerverwaltung", "E-Mail", "Buchhaltung", "Lieferantenportal"],
        [
            new(0, "member", "Lagerverwaltung", "Der Scanner an Platz 3 liest nicht mehr", "Seit heute früh piept er nur und bucht nichts. Den Akku haben wir schon getauscht.", "open", 0, null),
            new(0, "admin", "E-Mail", "Große Anhänge gehen nicht hinaus", "Über 20 MB bleibt die Nachricht im Postausgang, ohne jeden Hinweis.", "taken", 2, "Ich sehe heute Nachmittag nach. Wann war es zuletzt?"),
            new(1, "member", "Buchhaltung", "Die Rechnung kommt leer aus dem Drucker", "Nur am neuen Drucker; in der Vorschau ist alles zu sehen.", "open", 1, null),
            new(1, "owner", "Lieferantenportal", "Ein Kollege sieht keine Bestellungen", "Mit meinem Konto sehe ich sie, mit seinem ist die Liste leer.", "resolved", 9, "Es fehlte die Rolle: Jetzt sieht er sie."),
        ]);

    private const string ApplicationsSql =
        "insert into applications (id, name) select md5(current_setting('app.tenant') || name)::uuid, name from unnest(@names) as a (name)";

    // The status links of these were never mailed: what stands for their tokens is no token's hash.
    private const string ReportsSql =
        """
        create temporary table told on commit drop as
        select r.*, md5(current_setting('app.tenant') || r.number)::uuid as id, @now - make_interval(days => r.days_ago, hours => 2) as at
        from jsonb_to_recordset(@rows::jsonb) as r (
          number bigint, organization_id uuid, reporter_id uuid, name text, email text, language text, application text, summary text, description text, state text, days_ago int,
          taker uuid, taker_name text, reply text);
        insert into problem_report_numbers (last) select max(number) from told;
        insert into problem_reports (
          id, number, organization_id, reporter_id, reporter_name, reporter_email, reporter_key, is_signed_in, language, application, summary, description, diagnostics, state,
          created_at, taken_by, taken_at, resolved_by, resolved_at, told_at, token_hash)
        select id, number, organization_id, reporter_id, name, email, email, true, language, application, summary, description, '{}', state,
          at, case when state <> 'open' then taker end, case when state <> 'open' then at + interval '20 minutes' end,
          case when state = 'resolved' then taker end, case when state = 'resolved' then at + interval '1 hour' end, at, sha256(convert_to(id::text, 'UTF8'))
        from told;
        insert into problem_report_mails (report_id, message_id, kind, account_id, name, address)
        select t.id, md5(t.id::text || coalesce(a.email, c.email))::uuid, 'contact', a.id, a.name, coalesce(a.email, c.email)
        from told t join support_contacts c on c.organization_id = t.organization_id left join accounts a on a.id = c.account_id
        where a.status is distinct from 'deactivated';
        insert into problem_report_entries (id, report_id, kind, author_id, author_name, is_of_support, text, created_at)
        select (lpad(e.place::text, 8, '0') || substr(md5(t.id::text), 9))::uuid, t.id, e.kind, t.taker, t.taker_name, true,
          case when e.kind = case t.state when 'resolved' then 'resolved' else 'replied' end then t.reply end, t.at + e.place * interval '20 minutes'
        from told t join (values (1, 'taken'), (2, 'replied'), (3, 'resolved')) e (place, kind)
          on e.kind = 'taken' or e.kind = case t.state when 'resolved' then 'resolved' else 'replied' end
        where t.state <> 'open';
        drop table told
        """;

    private sealed record Texts(string[] Applications, Report[] Reports);

    /// <summary>Customer: which of the named ones. State: where it came to rest.</summary>
    private sealed record Report(int Customer, string Role, string Application, string Summary, string Description, string State, int DaysAgo, string? Reply);

    private sealed record ReportRow(
        long Number, Guid OrganizationId, Guid ReporterId, string Name, string Email, string Language, string Application, string Summary, string Description, string State, int DaysAgo,
        Guid Taker, string TakerName, string? Reply)
    {
        public static ReportRow Of(Report report, long number, Population people, AccountRow supporter)
        {
            var customer = people.Organizations[report.Customer];
            var reporter = people.Accounts.First(account => account.OrganizationId == customer.Id && account.Role == report.Role);
            return new ReportRow(
                number, customer.Id, reporter.Id, reporter.Name, reporter.Email, customer.Language, report.Application, report.Summary, report.Description, report.State, report.DaysAgo,
                supporter.Id, supporter.Name, report.Reply);
        }
    }
}
