using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.MessageTemplates;

/// <summary>A text of the tenant's own as it is used now, and the built-in text that it was written over.</summary>
internal sealed record OwnRow(
    string Message, string Channel, string Language, int Version, string? Subject, string? Html, string? Text,
    string? BaseSubject, string? BaseHtml, string? BaseText, Guid SavedBy, string SavedByName, DateTimeOffset SavedAt, DateTimeOffset? BrokenAt)
{
    public TemplateKey Key => new(Message, Channel, Language);

    public MessageTexts Texts => new(Subject, Html, Text);

    public MessageTexts Base => new(BaseSubject, BaseHtml, BaseText);
}

/// <summary>A version to be written. Without texts: back to the built-in one.</summary>
internal sealed record NewVersion(string Kind, MessageTexts? Texts, MessageTexts Base, int? Restored = null);

/// <summary>The masked values of a real message.</summary>
internal sealed record RecentExample(DateTimeOffset CreatedAt, string Values);

/// <summary>The tenant's own texts and their versions in the database.</summary>
internal sealed class TemplateRows(Db db, Caller caller, TimeProvider clock)
{
    private const string Own =
        """
        select message, channel, language, version, t.subject, t.html, t.text, base_subject, base_html, base_text, saved_by, saved_by_name, saved_at, broken_at
        from message_templates t
        join message_template_versions v using (message, channel, language, version)
        """;

    /// <summary>All of them.</summary>
    public Task<IReadOnlyList<OwnRow>> ListAsync(CancellationToken ct) => db.ListAsync<OwnRow>(Own, ct: ct);

    /// <summary>Those of one message, in all languages.</summary>
    public Task<IReadOnlyList<OwnRow>> ListAsync(MessageName name, CancellationToken ct) =>
        db.ListAsync<OwnRow>($"{Own} where message = @Key and channel = @Channel", name, ct);

    /// <summary>The newest version's number, which the next save has to have seen; 0 where nothing was ever saved.</summary>
    public Task<int> LatestAsync(TemplateKey key, CancellationToken ct) => db.SingleAsync<int>(
        "select coalesce(max(version), 0) from message_template_versions where message = @Message and channel = @Channel and language = @Language", key, ct);

    /// <summary>Every version of a text, the newest first.</summary>
    public Task<IReadOnlyList<TemplateVersion>> VersionsAsync(TemplateKey key, CancellationToken ct) => db.ListAsync<TemplateVersion>(
        """
        select version, kind, restored_version, subject, html, text, base_subject, base_html, base_text, saved_by_name, saved_at
        from message_template_versions
        where message = @Message and channel = @Channel and language = @Language
        order by version desc
        """,
        key, ct);

    /// <summary>The masked values of the newest message of this kind in this language; null where none was sent yet.</summary>
    public Task<RecentExample?> RecentAsync(TemplateKey key, CancellationToken ct) => db.FindAsync<RecentExample>(
        """
        select created_at, example::text as values
        from messages
        where message = @Message and channel = @Channel and language = @Language and example is not null
        order by id desc
        limit 1
        """,
        key, ct);

    /// <summary>Writes the version after the one that was seen and uses it from now on. False, and nothing is written: somebody else has saved meanwhile.</summary>
    public async Task<bool> WriteAsync(TemplateKey key, int seen, NewVersion version)
    {
        var row = new
        {
            key.Message, key.Channel, key.Language, seen, version.Kind, version.Restored, now = clock.GetUtcNow(), by = caller.SignedIn.AccountId, name = caller.SignedIn.Name,
            version.Texts?.Subject, version.Texts?.Html, version.Texts?.Text, baseSubject = version.Base.Subject, baseHtml = version.Base.Html, baseText = version.Base.Text,
        };
        if (await db.RunAsync(InsertVersion, row) == 0) return false;
        await db.RunAsync(version.Texts is null ? ForgetOwn : UseOwn, row);
        return true;
    }

    private const string InsertVersion =
        """
        insert into message_template_versions
          (message, channel, language, version, kind, restored_version, subject, html, text, base_subject, base_html, base_text, saved_by, saved_by_name, saved_at)
        select @Message, @Channel, @Language, @seen + 1, @Kind, @Restored, @Subject, @Html, @Text, @baseSubject, @baseHtml, @baseText, @by, @name, @now
        where @seen = (
          select coalesce(max(version), 0) from message_template_versions where message = @Message and channel = @Channel and language = @Language)
        on conflict do nothing
        """;

    private const string UseOwn =
        """
        insert into message_templates (message, channel, language, version, subject, html, text)
        values (@Message, @Channel, @Language, @seen + 1, @Subject, @Html, @Text)
        on conflict (tenant_id, message, channel, language)
        do update set version = excluded.version, subject = excluded.subject, html = excluded.html, text = excluded.text, broken_at = null, broken_fault = null
        """;

    private const string ForgetOwn = "delete from message_templates where message = @Message and channel = @Channel and language = @Language";
}
