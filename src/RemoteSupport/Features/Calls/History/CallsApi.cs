using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Calls.History;

internal static class CallsApi
{
    public static void MapCalls(this IEndpointRouteBuilder api)
    {
        api.MapGet("/calls", async ([AsParameters] CallQuestion asked, IMediator mediator, int limit = 50, Guid? cursor = null) =>
                (await mediator.Send(new ListCalls { Filter = asked.Filter, Limit = limit, Cursor = cursor }))
                    .ToResult(list => Results.Ok(new ListAnswer<CallAnswer>([.. list.Items.Select(CallAnswer.Of)], list.Next?.ToString()))))
            .WithSummary("Lists the calls that the caller may see, the newest first (IS-1).")
            .Produces<ListAnswer<CallAnswer>>().ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/calls/{id:guid}", async (Guid id, IMediator mediator) => (await mediator.Send(new ShowCall(id))).ToResult(whole => Results.Ok(WholeCallAnswer.Of(whole))))
            .WithSummary("Shows a call: who, when, how long, what was said and sent, how the line was, and what went wrong (IS-1).")
            .Produces<WholeCallAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}

/// <summary>The filter as an address says it.</summary>
internal sealed record CallQuestion(
    [FromQuery(Name = "state")] string? State, [FromQuery(Name = "channel")] string? Channel, [FromQuery(Name = "inviterId")] Guid? Inviter,
    [FromQuery(Name = "invitee")] string? Invitee, [FromQuery(Name = "from")] DateTimeOffset? From, [FromQuery(Name = "to")] DateTimeOffset? To)
{
    public CallFilter Filter => new() { State = State, Channel = Channel, Person = Inviter, Invitee = Invitee, From = From?.ToUniversalTime(), To = To?.ToUniversalTime() };
}

/// <summary>A call as the API shows it. Lengths of time are ISO 8601.</summary>
public sealed record CallAnswer(
    Guid Id, Guid InvitationId, CallPerson Inviter, string Invitee, string Channel, string Language, string State, DateTimeOffset RangAt, DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt, string? EndReason, string? Waited, string? Duration, long Files, int? NpsScore)
{
    internal static CallAnswer Of(PastCall call) => new(
        call.Id, call.InvitationId, new CallPerson(call.InviterId, call.InviterName), call.Invitee, call.Channel, call.Language, call.State, call.RangAt, call.AnsweredAt, call.EndedAt, call.EndReason,
        Written(call.Waited), Written(call.Lasted), call.Files, call.NpsScore);

    private static string? Written(TimeSpan? length) => length is { } time ? IsoDuration.Write(time) : null;
}

/// <summary>A call with all that is known of it, as the API shows it.</summary>
public sealed record WholeCallAnswer(
    CallAnswer Call, IReadOnlyList<string> Troubles, IReadOnlyList<CallSide> Sides, IReadOnlyList<RoomEntry> Entries, IReadOnlyList<CallRecording> Recordings, string? NpsComment)
{
    internal static WholeCallAnswer Of(WholeCall whole) => new(CallAnswer.Of(whole.Call), whole.Troubles, whole.Sides, whole.Entries, whole.Recordings, whole.NpsComment);
}
