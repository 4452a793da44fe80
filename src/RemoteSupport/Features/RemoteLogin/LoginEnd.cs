using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>How a login ended, for the customer and the partner to read.</summary>
public sealed record LoginEnd
{
    /// <summary>In the reader's language.</summary>
    public static string In(ListedRemoteLogin login, IStringLocalizer localizer)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(localizer);
        return login.EndReason switch
        {
            null => localizer["Inside now"],
            "left" => localizer["Left"],
            "expired" => localizer["The time was over"],
            "revoked" => localizer["Access revoked by {0}", login.EndedBy ?? ""],
            "returned" => localizer["Access given back by {0}", login.EndedBy ?? ""],
            "ended_by_customer" => localizer["Ended by {0}", login.EndedBy ?? ""],
            "idle" => localizer["Not used for 30 minutes"],
            "signed_out" => localizer["Signed out"],
            "deactivated" => localizer["Account deactivated"],
            "organization_suspended" => localizer["Organization suspended"],
            "managed_by_changed" => localizer["Managed by changed"],
            "tenant_suspended" => localizer["Service suspended"],
            _ => throw new ArgumentOutOfRangeException(nameof(login), login.EndReason, "No such end."),
        };
    }
}
