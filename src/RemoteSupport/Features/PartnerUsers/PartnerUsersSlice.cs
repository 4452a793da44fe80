namespace RemoteSupport.Features.PartnerUsers;

internal static class PartnerUsersSlice
{
    public static IServiceCollection AddPartnerUsers(this IServiceCollection services) => services.AddScoped<NewPartnerUser>().AddScoped<PartnerUserChange>();
}
