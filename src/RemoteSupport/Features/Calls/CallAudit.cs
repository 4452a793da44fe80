using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>What the audit trail holds of a call: that it rang, was answered and ended; not what was said in it.</summary>
internal sealed class CallAudit(AuditTrail audit, IMediator mediator)
{
    /// <summary>Nothing happened that it should hold.</summary>
    public Done Nothing()
    {
        audit.Nothing();
        return Done.Value;
    }

    /// <summary>The call is in another state, which other slices hear of in this transaction.</summary>
    public async Task<Done> ChangedAsync(Call call, string state, INotification? told = null)
    {
        audit.Target("call", call.Id, call.Invitee, call.OrganizationId);
        audit.Changed("state", call.State, state);
        if (told is not null) await mediator.Publish(told);
        return Done.Value;
    }
}
