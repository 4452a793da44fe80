using MediatR;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>One message with every attempt that failed, and its text as long as there is one; secret links in it are masked (DL-4).</summary>
[Requires(Permission.Tenant)]
public sealed record ShowMessage(Guid Id) : IQuery<WholeMessage>
{
    internal sealed class Handler(Db db, Resending resending, IStringLocalizer localizer) : IRequestHandler<ShowMessage, Outcome<WholeMessage>>
    {
        public async Task<Outcome<WholeMessage>> Handle(ShowMessage request, CancellationToken cancellationToken)
        {
            var message = await db.FindAsync<LoggedMessage>($"select {LoggedMessage.Columns} from messages m where m.id = @Id", new { request.Id }, cancellationToken);
            if (message is null) return new NotFound();
            var attempts = await db.ListAsync<MessageAttempt>("select attempt, at, is_final, reply from message_attempts where message_id = @Id order by attempt", new { request.Id }, cancellationToken);
            var stored = await db.SingleAsync<StoredMessage>($"select {StoredMessage.Columns} from messages where id = @Id", new { request.Id }, cancellationToken);
            var obstacle = (await resending.UntilAsync(stored, cancellationToken)).Refusal;
            return new WholeMessage(message, attempts, stored.MaskedText(localizer["(secret link)"]), obstacle);
        }
    }
}

/// <summary>A message as its page shows it.</summary>
/// <param name="Message">What is known of it.</param>
/// <param name="Attempts">Those that failed, the first one first.</param>
/// <param name="Text">Null once it has been erased.</param>
/// <param name="Obstacle">Why it cannot be sent again; null when it can.</param>
public sealed record WholeMessage(LoggedMessage Message, IReadOnlyList<MessageAttempt> Attempts, string? Text, Refusal? Obstacle);
