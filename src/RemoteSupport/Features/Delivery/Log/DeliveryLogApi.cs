using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Delivery.Log;

internal static class DeliveryLogApi
{
    public static void MapDeliveryLog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/messages", async ([AsParameters] MessageQuestion asked, IMediator mediator, LogWords words, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListMessages { Filter = asked.Filter, Limit = limit, Cursor = cursor }))
                    .ToResult(list => Results.Ok(new ListAnswer<LoggedMessage>([.. list.Messages.Select(message => Answer(message, words))], list.Next?.ToString()))))
            .WithSummary("Lists the messages that were sent, the newest first, and what became of each (DL-4).")
            .Produces<ListAnswer<LoggedMessage>>();
        api.MapGet("/messages/{id:guid}", async (Guid id, IMediator mediator, LogWords words) =>
                (await mediator.Send(new ShowMessage(id))).ToResult(whole => Results.Ok(MessageAnswer.Of(whole, words))))
            .WithSummary("Shows a message with its failed attempts, and its text as long as it is kept; secret links are masked (DL-4).")
            .Produces<MessageAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/messages/{id:guid}/resend", async (Guid id, IMediator mediator, LogWords words) =>
                (await mediator.Send(new ResendMessage(id))).ToResult(message => Results.Ok(Answer(message, words))))
            .WithSummary("Sends a message that failed once more; refused when a link in it no longer works (DL-2).")
            .Produces<LoggedMessage>().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static LoggedMessage Answer(LoggedMessage message, LogWords words) => message with { LastError = message.LastError is { } reply ? words.Said(reply) : null };
}

/// <summary>A message as the API shows it.</summary>
/// <param name="Message">What is known of it.</param>
/// <param name="FailedAttempts">The first one first.</param>
/// <param name="Text">Left out once it has been erased.</param>
/// <param name="CanBeResent">Whether it can be sent again now.</param>
public sealed record MessageAnswer(LoggedMessage Message, IReadOnlyList<MessageAttempt> FailedAttempts, string? Text, bool CanBeResent)
{
    internal static MessageAnswer Of(WholeMessage whole, LogWords words) => new(
        whole.Message with { LastError = whole.Message.LastError is { } last ? words.Said(last) : null },
        [.. whole.Attempts.Select(attempt => attempt with { Reply = attempt.Reply is { } reply ? words.Said(reply) : null })], whole.Text, whole.Obstacle is null);
}

/// <summary>The filter as an address says it.</summary>
internal sealed record MessageQuestion(
    [FromQuery(Name = "state")] string? State, [FromQuery(Name = "channel")] string? Channel, [FromQuery(Name = "message")] string? Message,
    [FromQuery(Name = "recipient")] string? Recipient, [FromQuery(Name = "from")] DateTimeOffset? From, [FromQuery(Name = "to")] DateTimeOffset? To)
{
    public MessageFilter Filter => new() { State = State, Channel = Channel, Message = Message, Recipient = Recipient, From = From, To = To };
}
