using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.Shared;

/// <summary>What people call the values that tables and the API hold.</summary>
public static class Names
{
    /// <summary>A role, of a member or of whoever acts as one.</summary>
    public static string Role(string role, IStringLocalizer localizer)
    {
        ArgumentNullException.ThrowIfNull(localizer);
        return role switch
        {
            "owner" => localizer["Owner"],
            "admin" => localizer["Admin"],
            "member" => localizer["Member"],
            "super_admin" => localizer["Super admin"],
            "look_only" => localizer["Look only"],
            "supporter" => localizer["Supporter"],
            "operator" => localizer["Operator"],
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };
    }
}
