using MediatR;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.LocalOutbox;

/// <summary>The newest messages of a tenant that still have their bodies, as their recipients would see them.</summary>
[OperatorOnly]
public sealed record ListOutbox : IQuery<IReadOnlyList<OutboxMessage>>
{
    /// <summary>Only those to addresses that hold this.</summary>
    public string? To { get; init; }

    /// <summary>Only this one.</summary>
    public Guid? Id { get; init; }

    /// <summary>So many at most.</summary>
    public int Limit { get; init; } = 100;

    internal sealed class Handler(Db db, LinkTokens tokens, MultiTenantContextAccessor tenancy, IOptions<TenancyOptions> options)
        : IRequestHandler<ListOutbox, Outcome<IReadOnlyList<OutboxMessage>>>
    {
        public async Task<Outcome<IReadOnlyList<OutboxMessage>>> Handle(ListOutbox request, CancellationToken cancellationToken)
        {
            var rows = await db.ListAsync<QueuedMessage>(
                $"""
                select {QueuedMessage.Columns}
                from messages
                where body_text is not null
                  and (@Id::uuid is null or id = @Id)
                  and (@To::text is null or position(lower(@To) in lower(recipient)) > 0)
                order by created_at desc, id desc
                limit @Limit
                """,
                request, cancellationToken);
            var states = (await db.ListAsync<StateRow>(
                "select id, state, last_error from messages where id = any (@ids)", new { ids = rows.Select(row => row.Id).ToArray() }, cancellationToken)).ToDictionary(row => row.Id);
            return Outcome.Of<IReadOnlyList<OutboxMessage>>([.. rows.Select(row => Finish(row, states[row.Id]))]);
        }

        private OutboxMessage Finish(QueuedMessage row, StateRow state) => new()
        {
            Id = row.Id,
            At = row.CreatedAt,
            Channel = row.Channel,
            To = row.Recipient,
            ToName = row.RecipientName,
            Subject = row.Subject,
            Text = row.FinishedText(tenancy.Tenant, options.Value, tokens),
            Html = row.FinishedHtml(tenancy.Tenant, options.Value, tokens),
            Address = row.Address(tenancy.Tenant, options.Value, tokens),
            Message = row.Message,
            Language = row.Language,
            State = state.State,
            LastError = state.LastError,
            Tenant = tenancy.Tenant,
        };

        private sealed record StateRow(Guid Id, string State, string? LastError);
    }
}

/// <summary>A message of the local outbox, finished.</summary>
public sealed record OutboxMessage
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>email or sms.</summary>
    public required string Channel { get; init; }

    /// <summary>The recipient's address.</summary>
    public required string To { get; init; }

    /// <summary>The recipient's name, if there is one.</summary>
    public string? ToName { get; init; }

    /// <summary>The subject line of an e-mail.</summary>
    public string? Subject { get; init; }

    /// <summary>The subject, or how a text message begins.</summary>
    public string Title => Subject ?? (Text.Length <= 60 ? Text : Text[..59] + "…");

    /// <summary>The plain text, links filled in.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML of an e-mail, links filled in; the logo is cid:logo, the QR code of its link cid:qr.</summary>
    public string? Html { get; init; }

    /// <summary>Where its link leads, if it has a secret one.</summary>
    public string? Address { get; init; }

    /// <summary>The message's key, such as "password-reset".</summary>
    public required string Message { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>queued, kept or failed.</summary>
    public required string State { get; init; }

    /// <summary>Why it could not be sent yet.</summary>
    public string? LastError { get; init; }

    /// <summary>Whose it is.</summary>
    public required TenantInfo Tenant { get; init; }
}
