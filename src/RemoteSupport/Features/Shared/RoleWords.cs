using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.Shared;

/// <summary>What roles are called, in the reader's language: of people, and as whom somebody acts.</summary>
public static class RoleWords
{
    /// <summary>The word for a role as accounts and sessions hold it.</summary>
    public static string Role(this IStringLocalizer localizer, string role)
    {
        ArgumentNullException.ThrowIfNull(localizer);
        return role switch
        {
            "owner" => localizer["Owner"],
            "admin" => localizer["Admin"],
            "member" => localizer["Member"],
            "supporter" => localizer["Supporter"],
            "super_admin" => localizer["Super admin"],
            "look_only" => localizer["Look only"],
            "operator" => localizer["Operator"],
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };
    }
}
