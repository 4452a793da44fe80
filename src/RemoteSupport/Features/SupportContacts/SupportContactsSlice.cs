namespace RemoteSupport.Features.SupportContacts;

internal static class SupportContactsSlice
{
    public static IServiceCollection AddSupportContacts(this IServiceCollection services) => services.AddScoped<SupportContactRows>().AddScoped<ContactsTrail>();
}
