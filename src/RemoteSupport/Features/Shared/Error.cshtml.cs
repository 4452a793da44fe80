using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Shared;

/// <summary>Every failure of the portal: a sentence for a human, a trace id, and a way back. It asks nothing of the database.</summary>
[ForSignedOut, ExcludeFromMultiTenantResolution, IgnoreAntiforgeryToken]
public sealed class ErrorPage(TimeProvider clock) : PortalPage
{
    /// <summary>The cookie that holds the trace id of what broke last, for an hour.</summary>
    public const string LastError = "last-error";

    /// <summary>What happened; set by the failure that runs this page.</summary>
    public Refusal What => HttpContext.Items[Failures.Item] as Refusal ?? new NotFound();

    /// <summary>What to quote when asking for help.</summary>
    public string TraceId => Problems.TraceId(HttpContext);

    /// <summary>Leaves the trace id of what broke for a problem report that may follow.</summary>
    public void LeaveTrace() => HostCookie.Set(HttpContext, LastError, TraceId, clock.GetUtcNow().AddHours(1));
}
