using MediatR;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging.Sms;

namespace RemoteSupport.Features.Delivery;

/// <summary>What gateways and mail servers call: no session, a token in the path instead.</summary>
internal static class DeliveryReports
{
    public static void MapDeliveryReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup(ReportLinks.Path + "/{id:guid}/{token}").ExcludeFromDescription();
        // Kannel knows only GET. The token makes it no less ours to trust, and telling twice changes nothing.
        reports.MapGet("", async (Guid id, string token, string? type, string? reply, IMediator mediator) =>
            Answer(await mediator.Send(new RecordDeliveryReport(id, token, StateOf(type), ReasonOf(type, reply)))));
        reports.MapPost("", async (Guid id, string token, SmsReportBody body, IMediator mediator) => Answer(await mediator.Send(new RecordDeliveryReport(id, token, body.State, body.Reason))));
    }

    private static IResult Answer(Outcome<Done> outcome) => outcome.Refusal is { } refusal ? Results.StatusCode(refusal.Status) : Results.NoContent();

    /// <summary>Kannel's types: 1 delivered, 2 failed, 16 refused by the network; 4 and 8 are on the way.</summary>
    private static string? StateOf(string? type) => type switch { "1" => "delivered", "2" or "16" => "failed", _ => null };

    private static string? ReasonOf(string? type, string? reply) => (type, reply?.Trim()) switch
    {
        ("16", null or "") => SmsReasons.RejectedByNetwork,
        (_, var said) => said,
    };
}

/// <summary>What a webhook's gateway tells of a message (docs/sms-webhook.md).</summary>
/// <param name="State">"delivered" or "failed".</param>
/// <param name="Reason">Why it failed.</param>
public sealed record SmsReportBody(string? State, string? Reason);
