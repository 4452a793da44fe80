using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>The delivery log: what was sent to whom and what became of it, the newest first (DL-4).</summary>
[Requires(Permission.Tenant)]
public sealed record ListMessages : IQuery<MessageList>
{
    /// <summary>Which messages.</summary>
    public MessageFilter Filter { get; init; } = new();

    /// <summary>How many at most.</summary>
    [Range(1, 200, ErrorMessage = "A list has 1 to 200 entries.")]
    public int Limit { get; init; } = 50;

    /// <summary>The last message of the page before.</summary>
    public Guid? Cursor { get; init; }

    internal sealed class Handler(Db db) : IRequestHandler<ListMessages, Outcome<MessageList>>
    {
        public async Task<Outcome<MessageList>> Handle(ListMessages request, CancellationToken cancellationToken)
        {
            var filter = request.Filter;
            var found = await db.ListAsync<LoggedMessage>(
                $"""
                select {LoggedMessage.Columns}
                from messages m
                where {string.Join("\n  and ", filter.Conditions(request.Cursor))}
                order by m.id desc
                limit @limit
                """,
                new
                {
                    below = request.Cursor, filter.State, filter.Channel, filter.Message, Recipient = filter.Recipient is { } text ? WellFormed.Text(text.Trim()) : null,
                    filter.From, filter.To, firstId = filter.FirstId, lastId = filter.LastId, limit = request.Limit + 1,
                },
                cancellationToken);
            var shown = found.Take(request.Limit).ToList();
            return new MessageList(shown, found.Count > shown.Count ? shown[^1].Id : null);
        }
    }
}

/// <summary>A page of the log, and where the next one begins.</summary>
public sealed record MessageList(IReadOnlyList<LoggedMessage> Messages, Guid? Next);
