using Dapper;
using Npgsql;

namespace RemoteSupport.Demo;

/// <summary>What the demo has sent so far: enough for the delivery log to tell something, also of what failed.</summary>
internal static class DemoMessages
{
    private const string Marker = "https://link.invalid/00000000000000000000000000000000";

    /// <summary>Fills the tenant that the fence's setting names.</summary>
    public static Task FillAsync(NpgsqlConnection connection, DemoTenant tenant, Population people, DateTimeOffset now)
    {
        var texts = tenant.Language == "de" ? German : Italian;
        var (invited, supporter) = (people.Accounts.First(account => account.Status == "invited"), people.Named.First(account => account is { Kind: "partner", Role: "supporter" }));
        var owner = people.Named.First(account => account.Role == "owner");
        var member = people.Named.First(account => account.Role == "member");
        MessageRow[] rows =
        [
            Row("activation", invited, texts.Activation, 290, "sent"),
            Row("access-requested", owner, texts.Requested, 50, "sent"),
            Row("access-approved", supporter, texts.Approved, 49, "sent"),
            Row("password-reset", member, texts.Reset, 30, "failed") with { Attempts = 7, LastError = "The mail server did not answer in time.", Text = $"{texts.ResetText}\n{Marker}\n" },
            Row("problem-reported", supporter, texts.Reported, 3, "failed") with
            {
                Recipient = $"helpdesk@{tenant.Slug}.example", RecipientName = null, LastError = "550 5.1.1 Recipient address rejected: User unknown", Text = texts.ReportedText,
            },
        ];
        return connection.ExecuteAsync(Sql, new { rows = Rows.ToJson(rows), now, tenant.Language, Marker });
    }

    private static MessageRow Row(string message, AccountRow account, string subject, int hoursAgo, string state) =>
        new(message, account.Email, account.Name, subject, hoursAgo, state, 1, null, null);

    private static readonly Texts Italian = new(
        "Attivi il Suo account", "Richiesta di accesso", "Accesso concesso", "Reimposti la Sua password", "Può impostare una nuova password qui:", "Nuova segnalazione",
        "È stata fatta una segnalazione: lo scanner del banco 3 non legge più.");

    private static readonly Texts German = new(
        "Ihr Konto aktivieren", "Zugriff angefordert", "Zugriff gewährt", "Passwort zurücksetzen", "Hier können Sie ein neues Passwort festlegen:", "Neuer Problembericht",
        "Ein Problem wurde gemeldet: Der Scanner an Platz 3 liest nicht mehr.");

    // Ids begin with their time, as those of the product do: the log is in their order. What a server has taken has no text any more.
    private const string Sql =
        """
        create temporary table written on commit drop as
        select r.*, (lpad(to_hex((extract(epoch from @now - make_interval(hours => r.hours_ago)) * 1000)::bigint), 12, '0') || '7' || substr(md5(current_setting('app.tenant') || r.message), 1, 3)
          || '8' || substr(md5(r.recipient), 1, 15))::uuid as id, @now - make_interval(hours => r.hours_ago) as at
        from jsonb_to_recordset(@rows::jsonb) as r (message text, recipient text, recipient_name text, subject text, hours_ago int, state text, attempts int, last_error text, text text);
        insert into messages (id, message, channel, language, recipient, recipient_name, subject, body_text, body_html, links, state, attempts, last_error, created_at, give_up_at, sent_at)
        select id, message, 'email', @Language, recipient, recipient_name, subject, text, '<p>' || text || '</p>',
          case when position(@Marker in text) > 0 then jsonb_build_array(jsonb_build_object('Purpose', 'password-reset', 'Id', id, 'Path', '/reset-password/{token}', 'Marker', @Marker)) else '[]' end,
          state, attempts, last_error, at, at + interval '1 day', case state when 'sent' then at + interval '2 seconds' end
        from written;
        insert into message_attempts (message_id, attempt, at, is_final, reply)
        select w.id, n, w.at + (n * n) * interval '24 minutes', n = w.attempts, w.last_error
        from written w, generate_series(1, w.attempts) n
        where w.state = 'failed';
        drop table written
        """;

    private sealed record Texts(string Activation, string Requested, string Approved, string Reset, string ResetText, string Reported, string ReportedText);

    private sealed record MessageRow(string Message, string Recipient, string? RecipientName, string Subject, int HoursAgo, string State, int Attempts, string? LastError, string? Text);
}
