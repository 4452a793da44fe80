using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Features.Delivery;

/// <summary>A tenant admin tries the mail server as it is saved: connects, signs in, and sends a message to themselves, all at once.</summary>
[Requires(Permission.Tenant), OwnTransactions]
public sealed record CheckMail : ICommand<MailCheck>
{
    internal sealed class Handler(DeliveryRoutes routes, MailTrial trial, Caller caller, AuditTrail audit) : IRequestHandler<CheckMail, Outcome<MailCheck>>
    {
        public async Task<Outcome<MailCheck>> Handle(CheckMail request, CancellationToken cancellationToken)
        {
            var check = await routes.FindMailAsync() is { } route ? await trial.RunAsync(route, cancellationToken) : MailCheck.WithoutServer;
            audit.Target("account", caller.SignedIn.AccountId, caller.SignedIn.Name, null);
            await audit.WriteAsync(nameof(CheckMail));
            return check;
        }
    }
}

/// <summary>How a try went.</summary>
/// <param name="To">Whom the message was sent to.</param>
/// <param name="Steps">Each step in its order.</param>
public sealed record MailCheck(string? To, IReadOnlyList<MailCheckStep> Steps)
{
    /// <summary>Nothing to try.</summary>
    internal static MailCheck WithoutServer { get; } = new(null, StepsUpTo(null, MailReasons.NoServer));

    /// <summary>Whether the message is on its way.</summary>
    public bool IsWell => Steps.All(step => step.Result == MailCheckStep.Passed);

    internal static IReadOnlyList<MailCheckStep> StepsUpTo(SmtpStep? reached, string? reply) =>
        [.. Enum.GetValues<SmtpStep>().Select(step => MailCheckStep.Of(step, (int)step - (reached is { } last ? (int)last : -1), reply))];
}

/// <summary>One step of a try.</summary>
/// <param name="Step">"connected", "greeted", "signedIn" or "sent".</param>
/// <param name="Result">"passed", "failed", or "skipped" after a failed one.</param>
/// <param name="Reply">What the server said, or why it failed.</param>
public sealed record MailCheckStep(string Step, string Result, string? Reply)
{
    internal const string Passed = "passed";
    internal const string Failed = "failed";
    internal const string Skipped = "skipped";

    internal static MailCheckStep Of(SmtpStep step, int beyond, string? reply) => new(
        char.ToLowerInvariant(step.ToString()[0]) + step.ToString()[1..],
        beyond <= 0 ? Passed : beyond == 1 ? Failed : Skipped,
        beyond == 1 || (beyond == 0 && step == SmtpStep.Sent) ? reply : null);
}
